package energy.liveone.privacy;

import java.util.List;

/**
 * A table of an export, read in pages.
 *
 * @param file name within the archive
 * @param header names of the columns; the first column of the query is the key and is not among
 *     them
 * @param sql selects the key and the columns of rows beyond a key, by key; its parameters are whose
 *     rows, the key and the number of rows
 */
record ExportSheet(String file, List<String> header, String sql) {
  private static final String ACCOUNT = " WHERE account_id = ? AND ";
  private static final String OWNER = " WHERE owner_account_id = ? AND ";

  /** What belongs to an account, without readings. No column holds a secret. */
  static final List<ExportSheet> OF_ACCOUNT =
      List.of(
          sheet(
              "account.csv",
              "id,email,display_name,role,email_verified_at,created_at",
              "accounts",
              " WHERE id = ? AND ",
              "id"),
          sheet(
              "preferences.csv",
              "language,theme,power_unit,temperature_unit,week_start",
              "account_preferences",
              ACCOUNT,
              "account_id"),
          sheet(
              "systems.csv",
              "id,vendor_type,vendor_site_id,status,status_reason,display_name,alias,is_default,"
                  + "display_timezone,model,serial,ratings,solar_size,battery_size,latitude_deg,"
                  + "longitude_deg,options,created_at",
              "systems",
              OWNER,
              "id"),
          sheet(
              "points.csv",
              "point_id,system_id,point_key,metric_type,number_class,subsystem,type,label,unit,"
                  + "user_transform,display_order,visible,is_active,created_at",
              "point_info",
              " WHERE system_id IN (SELECT id FROM systems WHERE owner_account_id = ?) AND ",
              "point_id"),
          sheet(
              "composites.csv",
              "id,name,slug,description,is_favorite,created_at",
              "composite_systems",
              OWNER,
              "id"),
          sheet(
              "vendor-accounts.csv",
              "id,vendor_type,vendor_account,created_at,updated_at",
              "vendor_grants",
              OWNER,
              "id"),
          sheet(
              "tokens.csv",
              "id,name,created_at,expires_at,last_used_at",
              "api_tokens",
              ACCOUNT,
              "id"),
          sheet(
              "notices.csv",
              "id,system_id,code,detail,created_at,read_at",
              "notices",
              ACCOUNT,
              "id"),
          sheet(
              "identities.csv",
              "issuer,subject,email,created_at,last_used_at",
              "account_identities",
              ACCOUNT,
              "identity_id"),
          sheet(
              "shares.csv",
              "id,kind,system_id,composite_id,email,label,created_at,expires_at,last_used_at",
              "access_grants",
              " WHERE ? IN (account_id, (SELECT owner_account_id FROM systems s"
                  + " WHERE s.id = access_grants.system_id), (SELECT owner_account_id"
                  + " FROM composite_systems c WHERE c.id = access_grants.composite_id)) AND ",
              "id"),
          sheet(
              "audit.csv",
              "id,at,actor_kind,actor_email,actor_name,address,act,subject_type,subject_id,"
                  + "occurrences,facts_before,facts_after",
              "audit_log",
              " WHERE ? IN (actor_account_id, IF(subject_type = 'account', subject_id, NULL)) AND ",
              "id"));

  /** Of one system: attempts to get data. */
  static final ExportSheet POLLS =
      sheet(
          "polls",
          "id,cause,started,duration_ms,successful,error_code,error,label,num_rows,response",
          "sessions",
          " WHERE system_id = ? AND ",
          "started");

  /** Of one point: raw readings. */
  static final ExportSheet RAW =
      sheet("raw", "t,value", "point_readings", " WHERE point_id = ? AND ", "t");

  /** Of one point: 5-minute rows. */
  static final ExportSheet FIVE_MINUTES =
      sheet(
          "5m",
          "interval_end,min,max,avg,sum,count,first,last,delta,covered_s,flags",
          "point_readings_agg_5m",
          " WHERE point_id = ? AND ",
          "interval_end");

  /** Of one point: days. */
  static final ExportSheet DAYS =
      sheet(
          "daily",
          "day,day_start,day_s,min,max,avg,sum,count,first,last,delta,covered_s,flags",
          "point_readings_agg_daily",
          " WHERE point_id = ? AND ",
          "day_start");

  private static ExportSheet sheet(
      String file, String columns, String table, String whose, String key) {
    return new ExportSheet(
        file,
        List.of(columns.split(",")),
        "SELECT %s, %s FROM %s%s%s > ? ORDER BY %s LIMIT ?"
            .formatted(key, columns, table, whose, key, key));
  }
}
