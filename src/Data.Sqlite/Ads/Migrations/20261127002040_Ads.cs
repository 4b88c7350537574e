using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Ads.Migrations
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Ads = table.Column<int>(type: "INTEGER", nullable: false),
                    Advertisers = table.Column<int>(type: "INTEGER", nullable: false),
                    WithoutPayer = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_announced_totals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_case_ties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SponsorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_case_ties", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_day_keys",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_day_keys", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "ads_dumps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TakenAt = table.Column<string>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ads = table.Column<int>(type: "INTEGER", nullable: false),
                    CompletedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Unread = table.Column<int>(type: "INTEGER", nullable: false),
                    Announced = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_dumps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShownAdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Signature = table.Column<string>(type: "TEXT", nullable: false),
                    Ads = table.Column<int>(type: "INTEGER", nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    Promised = table.Column<int>(type: "INTEGER", nullable: false),
                    Shuffle = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_holds",
                columns: table => new
                {
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Voter = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Until = table.Column<string>(type: "TEXT", nullable: false),
                    Open = table.Column<bool>(type: "INTEGER", nullable: false),
                    Network = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_holds", x => new { x.GroupId, x.Voter });
                });

            migrationBuilder.CreateTable(
                name: "ads_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<string>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<int>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_jurors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PublicName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ConsentedAt = table.Column<string>(type: "TEXT", nullable: true),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_jurors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_network_keys",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_network_keys", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "ads_pictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_pictures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_removals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Voter = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    UndoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_removals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_sponsors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_sponsors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ads_dump_lines",
                columns: table => new
                {
                    DumpId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Payer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Advertiser = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Impressions = table.Column<long>(type: "INTEGER", nullable: true),
                    Spend = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Reach = table.Column<long>(type: "INTEGER", nullable: true)
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
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Political = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
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
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Band = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<long>(type: "INTEGER", nullable: false)
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
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Leading = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Certainty = table.Column<double>(type: "REAL", nullable: false),
                    Posterior = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Counts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Answers = table.Column<int>(type: "INTEGER", nullable: false),
                    Majority = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    MajorityShare = table.Column<double>(type: "REAL", nullable: false),
                    Settled = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LibraryUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    PageName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Payer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PictureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Network = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    DecidedAt = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RefusedBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AdId = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Voter = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Political = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    NamesSomebody = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Election = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Payer = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Labelled = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Network = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    OnGold = table.Column<bool>(type: "INTEGER", nullable: false),
                    RemovalId = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SourceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    SponsorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PageName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Payer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Beneficiary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false),
                    LinkTitle = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LinkDetail = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LinkCaption = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LinkUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    CallToAction = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Media = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    PictureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Platforms = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FirstShownAt = table.Column<string>(type: "TEXT", nullable: true),
                    LastShownAt = table.Column<string>(type: "TEXT", nullable: true),
                    HasTimes = table.Column<bool>(type: "INTEGER", nullable: false),
                    SeenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ImpressionsLow = table.Column<long>(type: "INTEGER", nullable: true),
                    ImpressionsHigh = table.Column<long>(type: "INTEGER", nullable: true),
                    SpendLow = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    SpendHigh = table.Column<decimal>(type: "TEXT", precision: 18, scale: 2, nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    Reach = table.Column<long>(type: "INTEGER", nullable: true),
                    DeclaredPolitical = table.Column<bool>(type: "INTEGER", nullable: true),
                    LibraryUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LastingHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<string>(type: "TEXT", nullable: true),
                    ReadAt = table.Column<string>(type: "TEXT", nullable: true),
                    VanishedAt = table.Column<string>(type: "TEXT", nullable: true),
                    HiddenAt = table.Column<string>(type: "TEXT", nullable: true),
                    HiddenReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    SentAt = table.Column<string>(type: "TEXT", nullable: true),
                    SentBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceiptAt = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<string>(type: "TEXT", nullable: true),
                    AnswerNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TextFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Quotation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    Computed = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    ShownFrom = table.Column<string>(type: "TEXT", nullable: false),
                    Replaces = table.Column<Guid>(type: "TEXT", nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Until = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentHow = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    NotSentBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    WithheldAt = table.Column<string>(type: "TEXT", nullable: true),
                    WithheldBecause = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
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
