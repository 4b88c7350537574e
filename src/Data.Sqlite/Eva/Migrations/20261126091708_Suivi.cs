using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Eva.Migrations
{
    /// <inheritdoc />
    public partial class Suivi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Synthesis",
                table: "eva_evaluations",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "eva_anonymisations",
                columns: table => new
                {
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StructureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_anonymisations", x => x.BeneficiaryId);
                    table.ForeignKey(
                        name: "FK_eva_anonymisations_eva_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "eva_beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_follow_ups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_follow_ups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_follow_ups_eva_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "eva_beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_former_codes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Since = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_former_codes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_former_codes_eva_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "eva_beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_mises_en_action",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Remediation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Difficulte = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_mises_en_action", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_mises_en_action_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_people_merges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StructureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MergedId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Evaluations = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_people_merges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_retention_rules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StructureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_retention_rules", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_eva_evaluations_Synthesis",
                table: "eva_evaluations",
                column: "Synthesis");

            migrationBuilder.CreateIndex(
                name: "IX_eva_beneficiaries_StructureId_Name",
                table: "eva_beneficiaries",
                columns: new[] { "StructureId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_anonymisations_StructureId_Number",
                table: "eva_anonymisations",
                columns: new[] { "StructureId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_follow_ups_BeneficiaryId_At",
                table: "eva_follow_ups",
                columns: new[] { "BeneficiaryId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_former_codes_BeneficiaryId",
                table: "eva_former_codes",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_eva_former_codes_Code",
                table: "eva_former_codes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_mises_en_action_EvaluationId_At",
                table: "eva_mises_en_action",
                columns: new[] { "EvaluationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_people_merges_KeptId",
                table: "eva_people_merges",
                column: "KeptId");

            migrationBuilder.CreateIndex(
                name: "IX_eva_retention_rules_StructureId_At",
                table: "eva_retention_rules",
                columns: new[] { "StructureId", "At" });

            // What is kept already is read once; from now on it is written with the results.
            migrationBuilder.Sql("""
                update eva_evaluations set "Synthesis" = (
                    select case
                        when r."Score" like '%"Synthesis":"illettrisme_potentiel"%' then 'illettrisme_potentiel'
                        when r."Score" like '%"Synthesis":"ni_ni"%' then 'ni_ni'
                        when r."Score" like '%"Synthesis":"socle_clea"%' then 'socle_clea'
                        else 'aberrant' end
                    from eva_results r
                    where r."EvaluationId" = eva_evaluations."Id" and r."Engine" in ('beffroi', 'positionnement_beffroi', 'positionnement_historique') and r."Score" like '%"Synthesis":"%'
                        and not (r."Engine" = 'positionnement_beffroi' and exists (select 1 from eva_results h where h."EvaluationId" = r."EvaluationId" and h."Engine" = 'positionnement_historique'))
                    order by case r."Engine" when 'positionnement_historique' then 0 when 'positionnement_beffroi' then 1 else 2 end, r."ComputedAt" desc
                    limit 1)
                where "FinishedAt" is not null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "eva_anonymisations");

            migrationBuilder.DropTable(
                name: "eva_follow_ups");

            migrationBuilder.DropTable(
                name: "eva_former_codes");

            migrationBuilder.DropTable(
                name: "eva_mises_en_action");

            migrationBuilder.DropTable(
                name: "eva_people_merges");

            migrationBuilder.DropTable(
                name: "eva_retention_rules");

            migrationBuilder.DropIndex(
                name: "IX_eva_evaluations_Synthesis",
                table: "eva_evaluations");

            migrationBuilder.DropIndex(
                name: "IX_eva_beneficiaries_StructureId_Name",
                table: "eva_beneficiaries");

            migrationBuilder.DropColumn(
                name: "Synthesis",
                table: "eva_evaluations");
        }
    }
}
