using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Accounts.Migrations
{
    /// <inheritdoc />
    public partial class SupportAndPrivacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Part",
                table: "accounts_opinions",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SoughtHelp",
                table: "accounts_opinions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "accounts_closures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<string>(type: "TEXT", nullable: false),
                    DueAt = table.Column<string>(type: "TEXT", nullable: false),
                    CancelledAt = table.Column<string>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<string>(type: "TEXT", nullable: true),
                    Obstacle = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_closures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_opinion_helps",
                columns: table => new
                {
                    OpinionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Quality = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_opinion_helps", x => new { x.OpinionId, x.Way });
                    table.ForeignKey(
                        name: "FK_accounts_opinion_helps_accounts_opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "accounts_opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_prospects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ContactRole = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextStep = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextStepOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EnteredAt = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    BecameId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LostAt = table.Column<string>(type: "TEXT", nullable: true),
                    LostBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LostWhy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_prospects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Page = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReceivedAt = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstAnsweredAt = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<string>(type: "TEXT", nullable: true),
                    DueAt = table.Column<string>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_step_counts",
                columns: table => new
                {
                    Funnel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_step_counts", x => new { x.Funnel, x.Step, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "accounts_treatment_records",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TemplateVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Controller = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    BasisDetail = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DpoOpinion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    PeopleOpinion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WrittenAt = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_treatment_records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_closure_answers",
                columns: table => new
                {
                    ClosureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Module = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Erased = table.Column<int>(type: "INTEGER", nullable: false),
                    Unlinked = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_closure_answers", x => new { x.ClosureId, x.Module });
                    table.ForeignKey(
                        name: "FK_accounts_closure_answers_accounts_closures_ClosureId",
                        column: x => x.ClosureId,
                        principalTable: "accounts_closures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_request_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts_request_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_request_steps_accounts_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "accounts_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_closures_AccountId",
                table: "accounts_closures",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_closures_DoneAt_CancelledAt_DueAt",
                table: "accounts_closures",
                columns: new[] { "DoneAt", "CancelledAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_prospects_Part_BecameId",
                table: "accounts_prospects",
                columns: new[] { "Part", "BecameId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_request_steps_RequestId",
                table: "accounts_request_steps",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_requests_ClosedAt",
                table: "accounts_requests",
                column: "ClosedAt");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_requests_Reference",
                table: "accounts_requests",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_requests_State_ReceivedAt",
                table: "accounts_requests",
                columns: new[] { "State", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_step_counts_Day",
                table: "accounts_step_counts",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_treatment_records_Service_Number",
                table: "accounts_treatment_records",
                columns: new[] { "Service", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_closure_answers");

            migrationBuilder.DropTable(
                name: "accounts_opinion_helps");

            migrationBuilder.DropTable(
                name: "accounts_prospects");

            migrationBuilder.DropTable(
                name: "accounts_request_steps");

            migrationBuilder.DropTable(
                name: "accounts_step_counts");

            migrationBuilder.DropTable(
                name: "accounts_treatment_records");

            migrationBuilder.DropTable(
                name: "accounts_closures");

            migrationBuilder.DropTable(
                name: "accounts_requests");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "accounts_opinions");

            migrationBuilder.DropColumn(
                name: "SoughtHelp",
                table: "accounts_opinions");
        }
    }
}
