using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Encyclopedia.Migrations
{
    /// <inheritdoc />
    public partial class Encyclopedia : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "encyclopedia_appointments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_appointments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_audit",
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
                    table.PrimaryKey("PK_encyclopedia_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Original = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Phases = table.Column<int>(type: "INTEGER", nullable: false),
                    Criteria = table.Column<int>(type: "INTEGER", nullable: false),
                    Languages = table.Column<int>(type: "INTEGER", nullable: false),
                    OriginName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Grades = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    HiddenAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_readings",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_readings", x => new { x.EntryId, x.Day, x.Language });
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_url_health",
                columns: table => new
                {
                    Url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CheckedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    FailsSince = table.Column<string>(type: "TEXT", nullable: true),
                    FailuresInARow = table.Column<int>(type: "INTEGER", nullable: false),
                    NextCheckAt = table.Column<string>(type: "TEXT", nullable: false),
                    ETag = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_url_health", x => x.Url);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_discussions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Passage = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    ResolvedAt = table.Column<string>(type: "TEXT", nullable: true),
                    ResolvedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_discussions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_encyclopedia_discussions_encyclopedia_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_links",
                columns: table => new
                {
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Relation = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_links", x => new { x.FromId, x.ToKey, x.Relation });
                    table.ForeignKey(
                        name: "FK_encyclopedia_links_encyclopedia_entries_FromId",
                        column: x => x.FromId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BaseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    FollowHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_encyclopedia_proposals_encyclopedia_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_urls",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_urls", x => new { x.EntryId, x.Url });
                    table.ForeignKey(
                        name: "FK_encyclopedia_urls_encyclopedia_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_uses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PublicNote = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_uses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_encyclopedia_uses_encyclopedia_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_versions",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_versions", x => new { x.EntryId, x.Number });
                    table.ForeignKey(
                        name: "FK_encyclopedia_versions_encyclopedia_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_withheld",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Kept = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_withheld", x => new { x.EntryId, x.Number });
                    table.ForeignKey(
                        name: "FK_encyclopedia_withheld_encyclopedia_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_words",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Synonyms = table.Column<string>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    TitleTerms = table.Column<string>(type: "TEXT", nullable: false),
                    SummaryTerms = table.Column<string>(type: "TEXT", nullable: false),
                    BodyTerms = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_words", x => new { x.EntryId, x.Language });
                    table.ForeignKey(
                        name: "FK_encyclopedia_words_encyclopedia_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "encyclopedia_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_remarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DiscussionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    HiddenAt = table.Column<string>(type: "TEXT", nullable: true),
                    HiddenBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_remarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_encyclopedia_remarks_encyclopedia_discussions_DiscussionId",
                        column: x => x.DiscussionId,
                        principalTable: "encyclopedia_discussions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "encyclopedia_decisions",
                columns: table => new
                {
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: true),
                    Checklist = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_encyclopedia_decisions", x => x.ProposalId);
                    table.ForeignKey(
                        name: "FK_encyclopedia_decisions_encyclopedia_proposals_ProposalId",
                        column: x => x.ProposalId,
                        principalTable: "encyclopedia_proposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_appointments_AccountId",
                table: "encyclopedia_appointments",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_audit_At",
                table: "encyclopedia_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_audit_Subject",
                table: "encyclopedia_audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_discussions_EntryId",
                table: "encyclopedia_discussions",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_entries_ChangedAt",
                table: "encyclopedia_entries",
                column: "ChangedAt");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_entries_Key",
                table: "encyclopedia_entries",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_entries_ReviewedOn",
                table: "encyclopedia_entries",
                column: "ReviewedOn");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_links_ToKey",
                table: "encyclopedia_links",
                column: "ToKey");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_proposals_At",
                table: "encyclopedia_proposals",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_proposals_EntryId",
                table: "encyclopedia_proposals",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_proposals_FollowHash",
                table: "encyclopedia_proposals",
                column: "FollowHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_remarks_DiscussionId",
                table: "encyclopedia_remarks",
                column: "DiscussionId");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_url_health_NextCheckAt",
                table: "encyclopedia_url_health",
                column: "NextCheckAt");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_urls_Url",
                table: "encyclopedia_urls",
                column: "Url");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_uses_EntryId",
                table: "encyclopedia_uses",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_versions_At",
                table: "encyclopedia_versions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_encyclopedia_words_Language_Title",
                table: "encyclopedia_words",
                columns: new[] { "Language", "Title" });

            SearchIndex.Create(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            SearchIndex.Drop(migrationBuilder);

            migrationBuilder.DropTable(
                name: "encyclopedia_appointments");

            migrationBuilder.DropTable(
                name: "encyclopedia_audit");

            migrationBuilder.DropTable(
                name: "encyclopedia_decisions");

            migrationBuilder.DropTable(
                name: "encyclopedia_links");

            migrationBuilder.DropTable(
                name: "encyclopedia_readings");

            migrationBuilder.DropTable(
                name: "encyclopedia_remarks");

            migrationBuilder.DropTable(
                name: "encyclopedia_url_health");

            migrationBuilder.DropTable(
                name: "encyclopedia_urls");

            migrationBuilder.DropTable(
                name: "encyclopedia_uses");

            migrationBuilder.DropTable(
                name: "encyclopedia_versions");

            migrationBuilder.DropTable(
                name: "encyclopedia_withheld");

            migrationBuilder.DropTable(
                name: "encyclopedia_words");

            migrationBuilder.DropTable(
                name: "encyclopedia_proposals");

            migrationBuilder.DropTable(
                name: "encyclopedia_discussions");

            migrationBuilder.DropTable(
                name: "encyclopedia_entries");
        }
    }
}
