using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Ads.Migrations
{
    /// <inheritdoc />
    public partial class Ads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ads_announced_totals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Ads = table.Column<int>(type: "integer", nullable: false),
                    Advertisers = table.Column<int>(type: "integer", nullable: false),
                    WithoutPayer = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_announced_totals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_audit",
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
                    table.PrimaryKey("PK_ads_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_case_ties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdId = table.Column<Guid>(type: "uuid", nullable: true),
                    SponsorId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_case_ties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_day_keys",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_day_keys", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "ads_dumps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ads = table.Column<int>(type: "integer", nullable: false),
                    CompletedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Unread = table.Column<int>(type: "integer", nullable: false),
                    Announced = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_dumps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShownAdId = table.Column<Guid>(type: "uuid", nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    Signature = table.Column<string>(type: "text", nullable: false),
                    Ads = table.Column<int>(type: "integer", nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Wanted = table.Column<int>(type: "integer", nullable: false),
                    Promised = table.Column<int>(type: "integer", nullable: false),
                    Shuffle = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_holds",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Voter = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Open = table.Column<bool>(type: "boolean", nullable: false),
                    Network = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_holds", x => new { x.GroupId, x.Voter });
                });

            migrationBuilder.CreateTable(
                name: "ads_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Same = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Report = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_jurors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PublicName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ConsentedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GivenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_jurors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_network_keys",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_network_keys", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "ads_pictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MediaType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Bytes = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_pictures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_removals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Voter = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: false),
                    UndoneBy = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_removals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_sponsors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_sponsors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_dump_lines",
                columns: table => new
                {
                    DumpId = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Fields = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Payer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Advertiser = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Impressions = table.Column<long>(type: "bigint", nullable: true),
                    Spend = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    Reach = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_dump_lines", x => new { x.DumpId, x.SourceId });
                    table.ForeignKey(
                        name: "FK_ads_dump_lines_ads_dumps_DumpId",
                        column: x => x.DumpId,
                        principalTable: "ads_dumps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_gold",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Political = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_gold", x => x.GroupId);
                    table.ForeignKey(
                        name: "FK_ads_gold_ads_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "ads_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_group_bands",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Band = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_group_bands", x => new { x.GroupId, x.Band });
                    table.ForeignKey(
                        name: "FK_ads_group_bands_ads_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "ads_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_verdicts",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Leading = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Certainty = table.Column<double>(type: "double precision", nullable: false),
                    Posterior = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Counts = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: false),
                    Majority = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    MajorityShare = table.Column<double>(type: "double precision", nullable: false),
                    Settled = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_verdicts", x => new { x.GroupId, x.Question });
                    table.ForeignKey(
                        name: "FK_ads_verdicts_ads_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "ads_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    LibraryUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    PageName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Payer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: true),
                    Why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PictureId = table.Column<Guid>(type: "uuid", nullable: true),
                    Network = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RefusedBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AdId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_submissions_ads_pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "ads_pictures",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ads_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdId = table.Column<Guid>(type: "uuid", nullable: false),
                    Voter = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Political = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    NamesSomebody = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Election = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Payer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Labelled = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Network = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    OnGold = table.Column<bool>(type: "boolean", nullable: false),
                    RemovalId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_answers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_answers_ads_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "ads_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ads_answers_ads_removals_RemovalId",
                        column: x => x.RemovalId,
                        principalTable: "ads_removals",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ads_ads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    SourceId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    SponsorId = table.Column<Guid>(type: "uuid", nullable: false),
                    PageName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Payer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Beneficiary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Folded = table.Column<string>(type: "text", nullable: false),
                    LinkTitle = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    LinkDetail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    LinkCaption = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    LinkUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    CallToAction = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Media = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    PictureId = table.Column<Guid>(type: "uuid", nullable: true),
                    Platforms = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    FirstShownAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastShownAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HasTimes = table.Column<bool>(type: "boolean", nullable: false),
                    SeenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ImpressionsLow = table.Column<long>(type: "bigint", nullable: true),
                    ImpressionsHigh = table.Column<long>(type: "bigint", nullable: true),
                    SpendLow = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    SpendHigh = table.Column<decimal>(type: "numeric(18,2)", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true),
                    Reach = table.Column<long>(type: "bigint", nullable: true),
                    DeclaredPolitical = table.Column<bool>(type: "boolean", nullable: true),
                    LibraryUrl = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    LastingHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    ImportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReadAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    VanishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HiddenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    HiddenReason = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_ads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_ads_ads_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "ads_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ads_ads_ads_pictures_PictureId",
                        column: x => x.PictureId,
                        principalTable: "ads_pictures",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ads_ads_ads_sponsors_SponsorId",
                        column: x => x.SponsorId,
                        principalTable: "ads_sponsors",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    To = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceiptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnswerNote = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_notices_ads_ads_AdId",
                        column: x => x.AdId,
                        principalTable: "ads_ads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdId = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    TextFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    TextHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Quotation = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    Computed = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ShownFrom = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Replaces = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_reviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_reviews_ads_ads_AdId",
                        column: x => x.AdId,
                        principalTable: "ads_ads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    SentHow = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    NotSentBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_invitations_ads_reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "ads_reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ads_replies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    ByName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    WithheldAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WithheldBecause = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_replies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_replies_ads_reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "ads_reviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ads_ads_FirstShownAt",
                table: "ads_ads",
                column: "FirstShownAt");

            migrationBuilder.CreateIndex(
                name: "IX_ads_ads_GroupId",
                table: "ads_ads",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_ads_PictureId",
                table: "ads_ads",
                column: "PictureId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_ads_Source_SourceId",
                table: "ads_ads",
                columns: new[] { "Source", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ads_ads_SponsorId",
                table: "ads_ads",
                column: "SponsorId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_announced_totals_Source_Country_Day",
                table: "ads_announced_totals",
                columns: new[] { "Source", "Country", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ads_answers_At",
                table: "ads_answers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ads_answers_GroupId_Voter",
                table: "ads_answers",
                columns: new[] { "GroupId", "Voter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ads_answers_Network",
                table: "ads_answers",
                column: "Network");

            migrationBuilder.CreateIndex(
                name: "IX_ads_answers_RemovalId",
                table: "ads_answers",
                column: "RemovalId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_answers_Voter_At",
                table: "ads_answers",
                columns: new[] { "Voter", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ads_audit_At",
                table: "ads_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ads_audit_Subject",
                table: "ads_audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_ads_case_ties_AdId",
                table: "ads_case_ties",
                column: "AdId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_case_ties_CaseId",
                table: "ads_case_ties",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_case_ties_SponsorId",
                table: "ads_case_ties",
                column: "SponsorId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_dumps_Source_Country_TakenAt",
                table: "ads_dumps",
                columns: new[] { "Source", "Country", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ads_group_bands_Hash_GroupId",
                table: "ads_group_bands",
                columns: new[] { "Hash", "GroupId" });

            migrationBuilder.CreateIndex(
                name: "IX_ads_groups_Country_State_Rank_Answers_Shuffle",
                table: "ads_groups",
                columns: new[] { "Country", "State", "Rank", "Answers", "Shuffle" });

            migrationBuilder.CreateIndex(
                name: "IX_ads_holds_Network",
                table: "ads_holds",
                column: "Network");

            migrationBuilder.CreateIndex(
                name: "IX_ads_holds_Until",
                table: "ads_holds",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_ads_holds_Voter",
                table: "ads_holds",
                column: "Voter");

            migrationBuilder.CreateIndex(
                name: "IX_ads_imports_At",
                table: "ads_imports",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ads_invitations_ReviewId",
                table: "ads_invitations",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_invitations_SecretHash",
                table: "ads_invitations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ads_jurors_AccountId",
                table: "ads_jurors",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_notices_AdId",
                table: "ads_notices",
                column: "AdId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_notices_DueOn",
                table: "ads_notices",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_ads_pictures_Sha256",
                table: "ads_pictures",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_ads_removals_Voter",
                table: "ads_removals",
                column: "Voter");

            migrationBuilder.CreateIndex(
                name: "IX_ads_replies_ReviewId",
                table: "ads_replies",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_reviews_AdId_Rule",
                table: "ads_reviews",
                columns: new[] { "AdId", "Rule" });

            migrationBuilder.CreateIndex(
                name: "IX_ads_reviews_Replaces",
                table: "ads_reviews",
                column: "Replaces",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ads_sponsors_Source_Key",
                table: "ads_sponsors",
                columns: new[] { "Source", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ads_submissions_DecidedAt",
                table: "ads_submissions",
                column: "DecidedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ads_submissions_PictureId",
                table: "ads_submissions",
                column: "PictureId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ads_announced_totals");

            migrationBuilder.DropTable(
                name: "ads_answers");

            migrationBuilder.DropTable(
                name: "ads_audit");

            migrationBuilder.DropTable(
                name: "ads_case_ties");

            migrationBuilder.DropTable(
                name: "ads_day_keys");

            migrationBuilder.DropTable(
                name: "ads_dump_lines");

            migrationBuilder.DropTable(
                name: "ads_gold");

            migrationBuilder.DropTable(
                name: "ads_group_bands");

            migrationBuilder.DropTable(
                name: "ads_holds");

            migrationBuilder.DropTable(
                name: "ads_imports");

            migrationBuilder.DropTable(
                name: "ads_invitations");

            migrationBuilder.DropTable(
                name: "ads_jurors");

            migrationBuilder.DropTable(
                name: "ads_network_keys");

            migrationBuilder.DropTable(
                name: "ads_notices");

            migrationBuilder.DropTable(
                name: "ads_replies");

            migrationBuilder.DropTable(
                name: "ads_submissions");

            migrationBuilder.DropTable(
                name: "ads_verdicts");

            migrationBuilder.DropTable(
                name: "ads_removals");

            migrationBuilder.DropTable(
                name: "ads_dumps");

            migrationBuilder.DropTable(
                name: "ads_reviews");

            migrationBuilder.DropTable(
                name: "ads_ads");

            migrationBuilder.DropTable(
                name: "ads_groups");

            migrationBuilder.DropTable(
                name: "ads_pictures");

            migrationBuilder.DropTable(
                name: "ads_sponsors");
        }
    }
}
