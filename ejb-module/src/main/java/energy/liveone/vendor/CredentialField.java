package energy.liveone.vendor;

/**
 * One thing that the set-up form of a vendor asks for.
 *
 * @param name key in {@link Credentials}
 * @param label text at the field
 * @param help one sentence that says where to find it
 * @param secret whether it is masked in forms, responses and logs
 * @param required whether the vendor cannot be reached without it
 */
public record CredentialField(
    String name, String label, String help, boolean secret, boolean required) {}
