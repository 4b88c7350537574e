using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Beffroi.Data.Postgres.Bots.Migrations
{
    /// <inheritdoc />
    public partial class Bots : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bots_accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Network = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    NativeId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Handle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Profile = table.Column<string>(type: "text", nullable: true),
                    ProfileAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FirstSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Matched = table.Column<bool>(type: "boolean", nullable: false),
                    LeftOut = table.Column<bool>(type: "boolean", nullable: false),
                    Posts = table.Column<int>(type: "integer", nullable: false),
                    ToScore = table.Column<bool>(type: "boolean", nullable: false),
                    Probability = table.Column<double>(type: "double precision", nullable: true),
                    Class = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ScoredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bots_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Who = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Act = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Change = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Fields = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bots_batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Question = table.Column<string>(type: "text", nullable: false),
                    Error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeaseOwner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_batches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bots_contests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Network = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Handle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Contact = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Answer = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_contests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bots_grains",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ETag = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_grains", x => new { x.Kind, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "bots_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Start = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DailyAccounts = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bots_mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Controller = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Basis = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    BasisDetail = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Hypothesis = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Countries = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UnmatchedDays = table.Column<int>(type: "integer", nullable: false),
                    KeepDays = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_mandates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bots_narratives",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Query = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_narratives", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "bots_reuses",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    KeyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sector = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Questions = table.Column<int>(type: "integer", nullable: false),
                    Accounts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_reuses", x => new { x.OrganisationId, x.Day, x.KeyId });
                });

            migrationBuilder.CreateTable(
                name: "bots_posts",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Network = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    NativeId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CollectedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    TargetId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ReplyTo = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Program = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Links = table.Column<string>(type: "text", nullable: true),
                    Hashtags = table.Column<string>(type: "text", nullable: true),
                    Media = table.Column<string>(type: "text", nullable: true),
                    Likes = table.Column<long>(type: "bigint", nullable: true),
                    Reposts = table.Column<long>(type: "bigint", nullable: true),
                    Quotes = table.Column<long>(type: "bigint", nullable: true),
                    Replies = table.Column<long>(type: "bigint", nullable: true),
                    Partition = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_posts", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_bots_posts_bots_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "bots_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    AnalystId = table.Column<Guid>(type: "uuid", nullable: false),
                    Label = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bots_reviews_bots_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "bots_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_scores",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Posts = table.Column<int>(type: "integer", nullable: false),
                    LogOdds = table.Column<double>(type: "double precision", nullable: false),
                    Probability = table.Column<double>(type: "double precision", nullable: false),
                    Low = table.Column<double>(type: "double precision", nullable: false),
                    High = table.Column<double>(type: "double precision", nullable: false),
                    Class = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Doubt = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Model = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_scores", x => new { x.AccountId, x.At });
                    table.ForeignKey(
                        name: "FK_bots_scores_bots_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "bots_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_signs",
                columns: table => new
                {
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Evidence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_signs", x => new { x.WatchId, x.AccountId, x.Kind });
                    table.ForeignKey(
                        name: "FK_bots_signs_bots_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "bots_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_snapshots",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Followers = table.Column<long>(type: "bigint", nullable: true),
                    Following = table.Column<long>(type: "bigint", nullable: true),
                    Posts = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_snapshots", x => new { x.AccountId, x.At });
                    table.ForeignKey(
                        name: "FK_bots_snapshots_bots_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "bots_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_batch_parts",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    First = table.Column<int>(type: "integer", nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_batch_parts", x => new { x.BatchId, x.First });
                    table.ForeignKey(
                        name: "FK_bots_batch_parts_bots_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "bots_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_watches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MandateId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_watches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bots_watches_bots_mandates_MandateId",
                        column: x => x.MandateId,
                        principalTable: "bots_mandates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_marks",
                columns: table => new
                {
                    Mark = table.Column<long>(type: "bigint", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_marks", x => new { x.Mark, x.Seq });
                    table.ForeignKey(
                        name: "FK_bots_marks_bots_posts_Seq",
                        column: x => x.Seq,
                        principalTable: "bots_posts",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_account_matches",
                columns: table => new
                {
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    FirstAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_account_matches", x => new { x.WatchId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_bots_account_matches_bots_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "bots_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bots_account_matches_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_clusters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    FoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    GoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Score = table.Column<double>(type: "double precision", nullable: false),
                    Evidence = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_clusters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bots_clusters_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_explorations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Network = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Rules = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Visited = table.Column<int>(type: "integer", nullable: false),
                    Screened = table.Column<int>(type: "integer", nullable: false),
                    MatchedCount = table.Column<int>(type: "integer", nullable: false),
                    Requests = table.Column<int>(type: "integer", nullable: false),
                    Price = table.Column<long>(type: "bigint", nullable: false),
                    StopReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeaseOwner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_explorations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bots_explorations_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ToldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bots_findings_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_matches",
                columns: table => new
                {
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    TermId = table.Column<Guid>(type: "uuid", nullable: true),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_matches", x => new { x.WatchId, x.Seq });
                    table.ForeignKey(
                        name: "FK_bots_matches_bots_posts_Seq",
                        column: x => x.Seq,
                        principalTable: "bots_posts",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bots_matches_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_readings",
                columns: table => new
                {
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Likes = table.Column<long>(type: "bigint", nullable: true),
                    Reposts = table.Column<long>(type: "bigint", nullable: true),
                    Quotes = table.Column<long>(type: "bigint", nullable: true),
                    Replies = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_readings", x => new { x.WatchId, x.Subject });
                    table.ForeignKey(
                        name: "FK_bots_readings_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Settings = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Wanted = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Cursor = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CursorAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Read = table.Column<long>(type: "bigint", nullable: false),
                    Kept = table.Column<long>(type: "bigint", nullable: false),
                    Repeated = table.Column<long>(type: "bigint", nullable: false),
                    Broken = table.Column<long>(type: "bigint", nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    LastErrorAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Budget = table.Column<long>(type: "bigint", nullable: true),
                    Spent = table.Column<long>(type: "bigint", nullable: false),
                    SpentSince = table.Column<DateOnly>(type: "date", nullable: true),
                    LeaseOwner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_sources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bots_sources_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_terms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Key = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_terms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_bots_terms_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_ties",
                columns: table => new
                {
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Trace = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    FirstId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecondId = table.Column<Guid>(type: "uuid", nullable: false),
                    Objects = table.Column<int>(type: "integer", nullable: false),
                    Pairs = table.Column<int>(type: "integer", nullable: false),
                    FirstAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_ties", x => new { x.WatchId, x.Trace, x.FirstId, x.SecondId });
                    table.ForeignKey(
                        name: "FK_bots_ties_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_turns",
                columns: table => new
                {
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    SignsPlace = table.Column<long>(type: "bigint", nullable: false),
                    RanAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LeaseOwner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_turns", x => x.WatchId);
                    table.ForeignKey(
                        name: "FK_bots_turns_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_volumes",
                columns: table => new
                {
                    WatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    TermId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hour = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Posts = table.Column<long>(type: "bigint", nullable: false),
                    Reposts = table.Column<long>(type: "bigint", nullable: false),
                    Quotes = table.Column<long>(type: "bigint", nullable: false),
                    Replies = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_volumes", x => new { x.WatchId, x.TermId, x.Hour });
                    table.ForeignKey(
                        name: "FK_bots_volumes_bots_watches_WatchId",
                        column: x => x.WatchId,
                        principalTable: "bots_watches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_members",
                columns: table => new
                {
                    ClusterId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_members", x => new { x.ClusterId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_bots_members_bots_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "bots_accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_bots_members_bots_clusters_ClusterId",
                        column: x => x.ClusterId,
                        principalTable: "bots_clusters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_explored",
                columns: table => new
                {
                    ExplorationId = table.Column<Guid>(type: "uuid", nullable: false),
                    NativeId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Profile = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Matched = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_explored", x => new { x.ExplorationId, x.NativeId });
                    table.ForeignKey(
                        name: "FK_bots_explored_bots_explorations_ExplorationId",
                        column: x => x.ExplorationId,
                        principalTable: "bots_explorations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_explored_ties",
                columns: table => new
                {
                    ExplorationId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    ToId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Shared = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_explored_ties", x => new { x.ExplorationId, x.FromId, x.Place });
                    table.ForeignKey(
                        name: "FK_bots_explored_ties_bots_explorations_ExplorationId",
                        column: x => x.ExplorationId,
                        principalTable: "bots_explorations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_frontier",
                columns: table => new
                {
                    ExplorationId = table.Column<Guid>(type: "uuid", nullable: false),
                    NativeId = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Depth = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Why = table.Column<string>(type: "text", nullable: false),
                    Rank = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    VisitedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_frontier", x => new { x.ExplorationId, x.NativeId });
                    table.ForeignKey(
                        name: "FK_bots_frontier_bots_explorations_ExplorationId",
                        column: x => x.ExplorationId,
                        principalTable: "bots_explorations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_uploads",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_uploads", x => new { x.SourceId, x.Number });
                    table.ForeignKey(
                        name: "FK_bots_uploads_bots_sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "bots_sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bots_account_matches_AccountId",
                table: "bots_account_matches",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_accounts_Matched_LastSeenAt",
                table: "bots_accounts",
                columns: new[] { "Matched", "LastSeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_accounts_Network_Handle",
                table: "bots_accounts",
                columns: new[] { "Network", "Handle" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_accounts_Network_NativeId",
                table: "bots_accounts",
                columns: new[] { "Network", "NativeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bots_accounts_ToScore",
                table: "bots_accounts",
                column: "ToScore",
                filter: "\"ToScore\"");

            migrationBuilder.CreateIndex(
                name: "IX_bots_audit_At",
                table: "bots_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_bots_audit_Subject",
                table: "bots_audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_bots_batches_OrganisationId_AskedAt",
                table: "bots_batches",
                columns: new[] { "OrganisationId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_batches_State_AskedAt",
                table: "bots_batches",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_clusters_WatchId_SeenAt",
                table: "bots_clusters",
                columns: new[] { "WatchId", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_contests_State_ReceivedAt",
                table: "bots_contests",
                columns: new[] { "State", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_explorations_WatchId",
                table: "bots_explorations",
                column: "WatchId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_explored_ties_ExplorationId_ToId",
                table: "bots_explored_ties",
                columns: new[] { "ExplorationId", "ToId" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_findings_ToldAt_NextTryAt",
                table: "bots_findings",
                columns: new[] { "ToldAt", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_findings_WatchId_Kind_Subject_At",
                table: "bots_findings",
                columns: new[] { "WatchId", "Kind", "Subject", "At" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bots_frontier_ExplorationId_State_Rank",
                table: "bots_frontier",
                columns: new[] { "ExplorationId", "State", "Rank" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_keys_Hash",
                table: "bots_keys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bots_keys_OrganisationId",
                table: "bots_keys",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_mandates_OrganisationId",
                table: "bots_mandates",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_marks_Seq",
                table: "bots_marks",
                column: "Seq");

            migrationBuilder.CreateIndex(
                name: "IX_bots_matches_Seq",
                table: "bots_matches",
                column: "Seq");

            migrationBuilder.CreateIndex(
                name: "IX_bots_matches_WatchId_Place",
                table: "bots_matches",
                columns: new[] { "WatchId", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_members_AccountId",
                table: "bots_members",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_narratives_OrganisationId",
                table: "bots_narratives",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_posts_AccountId_At",
                table: "bots_posts",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_posts_At",
                table: "bots_posts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_bots_posts_Network_NativeId",
                table: "bots_posts",
                columns: new[] { "Network", "NativeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bots_posts_Partition_Seq",
                table: "bots_posts",
                columns: new[] { "Partition", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_reviews_AccountId_AnalystId",
                table: "bots_reviews",
                columns: new[] { "AccountId", "AnalystId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bots_reviews_AccountId_EndedAt",
                table: "bots_reviews",
                columns: new[] { "AccountId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_signs_AccountId",
                table: "bots_signs",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_sources_WatchId",
                table: "bots_sources",
                column: "WatchId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_terms_WatchId_Kind_Key",
                table: "bots_terms",
                columns: new[] { "WatchId", "Kind", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_bots_ties_FirstId",
                table: "bots_ties",
                column: "FirstId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_ties_SecondId",
                table: "bots_ties",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_watches_MandateId",
                table: "bots_watches",
                column: "MandateId");

            migrationBuilder.CreateIndex(
                name: "IX_bots_watches_OrganisationId",
                table: "bots_watches",
                column: "OrganisationId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bots_account_matches");

            migrationBuilder.DropTable(
                name: "bots_audit");

            migrationBuilder.DropTable(
                name: "bots_batch_parts");

            migrationBuilder.DropTable(
                name: "bots_contests");

            migrationBuilder.DropTable(
                name: "bots_explored");

            migrationBuilder.DropTable(
                name: "bots_explored_ties");

            migrationBuilder.DropTable(
                name: "bots_findings");

            migrationBuilder.DropTable(
                name: "bots_frontier");

            migrationBuilder.DropTable(
                name: "bots_grains");

            migrationBuilder.DropTable(
                name: "bots_keys");

            migrationBuilder.DropTable(
                name: "bots_marks");

            migrationBuilder.DropTable(
                name: "bots_matches");

            migrationBuilder.DropTable(
                name: "bots_members");

            migrationBuilder.DropTable(
                name: "bots_narratives");

            migrationBuilder.DropTable(
                name: "bots_readings");

            migrationBuilder.DropTable(
                name: "bots_reuses");

            migrationBuilder.DropTable(
                name: "bots_reviews");

            migrationBuilder.DropTable(
                name: "bots_scores");

            migrationBuilder.DropTable(
                name: "bots_signs");

            migrationBuilder.DropTable(
                name: "bots_snapshots");

            migrationBuilder.DropTable(
                name: "bots_terms");

            migrationBuilder.DropTable(
                name: "bots_ties");

            migrationBuilder.DropTable(
                name: "bots_turns");

            migrationBuilder.DropTable(
                name: "bots_uploads");

            migrationBuilder.DropTable(
                name: "bots_volumes");

            migrationBuilder.DropTable(
                name: "bots_batches");

            migrationBuilder.DropTable(
                name: "bots_explorations");

            migrationBuilder.DropTable(
                name: "bots_posts");

            migrationBuilder.DropTable(
                name: "bots_clusters");

            migrationBuilder.DropTable(
                name: "bots_sources");

            migrationBuilder.DropTable(
                name: "bots_accounts");

            migrationBuilder.DropTable(
                name: "bots_watches");

            migrationBuilder.DropTable(
                name: "bots_mandates");
        }
    }
}
