using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Incubator.Migrations
{
    /// <inheritdoc />
    public partial class AsksAndWordings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "incubator_asks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConventionId = table.Column<Guid>(type: "uuid", nullable: false),
                    CommitteeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Team = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Hypotheses = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Criteria = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    EnvelopeAe = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    EnvelopeCp = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_asks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_asks_incubator_committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "incubator_committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_asks_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_wordings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "uuid", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Label = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Formula = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_wordings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_wordings_incubator_definitions_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "incubator_definitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_wordings_incubator_indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "incubator_indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_incubator_asks_CommitteeId",
                table: "incubator_asks",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_asks_ConventionId",
                table: "incubator_asks",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_wordings_DefinitionId",
                table: "incubator_wordings",
                column: "DefinitionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_wordings_IndicatorId",
                table: "incubator_wordings",
                column: "IndicatorId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "incubator_asks");

            migrationBuilder.DropTable(
                name: "incubator_wordings");
        }
    }
}
