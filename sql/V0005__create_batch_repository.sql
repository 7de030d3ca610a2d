-- The server's batch job repository, in the shape that the batch runtime expects. It would make the tables itself, but without
-- fractions of seconds, so that a restart within the second of the start picks the wrong execution, and without indexes on what it
-- searches. All names are the runtime's. The prefix is the one that a Payara Micro boots with (it reads it before any command can
-- change it); a Payara Server is told to use the same. Locks nothing: the tables are new.
CREATE TABLE jbatchJOBINSTANCEDATA (
  jobinstanceid BIGINT       NOT NULL AUTO_INCREMENT,
  name          VARCHAR(512) NULL COMMENT 'job, or :instance:step:partition',
  apptag        VARCHAR(512) NULL COMMENT 'server configuration and application that own the job',
  PRIMARY KEY (jobinstanceid),
  -- lists the instances of a job, newest first
  KEY ix_jbatch_jobinstancedata_name (name(100), jobinstanceid)
) COMMENT 'job instances and partitions';

CREATE TABLE jbatchEXECUTIONINSTANCEDATA (
  jobexecid     BIGINT       NOT NULL AUTO_INCREMENT,
  jobinstanceid BIGINT       NULL,
  createtime    TIMESTAMP(6) NULL,
  starttime     TIMESTAMP(6) NULL,
  endtime       TIMESTAMP(6) NULL,
  updatetime    TIMESTAMP(6) NULL,
  parameters    MEDIUMBLOB   NULL,
  batchstatus   VARCHAR(512) NULL,
  exitstatus    VARCHAR(512) NULL,
  PRIMARY KEY (jobexecid),
  -- finds the newest execution of an instance
  KEY ix_jbatch_executioninstancedata_instance (jobinstanceid, createtime),
  CONSTRAINT fk_jbatch_execution_instance FOREIGN KEY (jobinstanceid) REFERENCES jbatchJOBINSTANCEDATA (jobinstanceid)
) COMMENT 'executions of job instances';

CREATE TABLE jbatchSTEPEXECUTIONINSTANCEDATA (
  stepexecid       BIGINT       NOT NULL AUTO_INCREMENT,
  jobexecid        BIGINT       NULL,
  batchstatus      VARCHAR(512) NULL,
  exitstatus       VARCHAR(512) NULL,
  stepname         VARCHAR(512) NULL,
  readcount        INT          NULL,
  writecount       INT          NULL,
  commitcount      INT          NULL,
  rollbackcount    INT          NULL,
  readskipcount    INT          NULL,
  processskipcount INT          NULL,
  filtercount      INT          NULL,
  writeskipcount   INT          NULL,
  startTime        TIMESTAMP(6) NULL,
  endTime          TIMESTAMP(6) NULL,
  persistentData   MEDIUMBLOB   NULL,
  PRIMARY KEY (stepexecid),
  -- lists the steps of an execution
  CONSTRAINT fk_jbatch_step_execution FOREIGN KEY (jobexecid) REFERENCES jbatchEXECUTIONINSTANCEDATA (jobexecid)
) COMMENT 'executions of steps';

CREATE TABLE jbatchJOBSTATUS (
  id  BIGINT     NOT NULL AUTO_INCREMENT,
  obj MEDIUMBLOB NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_jbatch_jobstatus_instance FOREIGN KEY (id) REFERENCES jbatchJOBINSTANCEDATA (jobinstanceid) ON DELETE CASCADE
) COMMENT 'state of job instances, serialised by the runtime';

CREATE TABLE jbatchSTEPSTATUS (
  id  BIGINT     NOT NULL AUTO_INCREMENT,
  obj MEDIUMBLOB NULL,
  PRIMARY KEY (id),
  CONSTRAINT fk_jbatch_stepstatus_step FOREIGN KEY (id) REFERENCES jbatchSTEPEXECUTIONINSTANCEDATA (stepexecid) ON DELETE CASCADE
) COMMENT 'state of steps, serialised by the runtime';

CREATE TABLE jbatchCHECKPOINTDATA (
  id  VARCHAR(512) NOT NULL,
  obj MEDIUMBLOB   NULL,
  -- finds the checkpoint of one reader or writer
  PRIMARY KEY (id)
) COMMENT 'checkpoints of readers and writers, serialised by the runtime';
