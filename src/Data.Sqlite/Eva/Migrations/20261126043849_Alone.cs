using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Eva.Migrations
{
    /// <inheritdoc />
    public partial class Alone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "CampaignId",
                table: "eva_evaluations",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "BeneficiaryId",
                table: "eva_evaluations",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.CreateTable(
                name: "eva_alone_plays",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Parcours = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Situations = table.Column<string>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    LastActiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_alone_plays", x => x.EvaluationId);
                    table.ForeignKey(
                        name: "FK_eva_alone_plays_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_forgotten_plays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Parcours = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    WasFinished = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_forgotten_plays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_wrong_hand_over_codes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_wrong_hand_over_codes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_hand_over_codes",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    MadeAt = table.Column<string>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_hand_over_codes", x => x.EvaluationId);
                    table.ForeignKey(
                        name: "FK_eva_hand_over_codes_eva_alone_plays_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_alone_plays",
                        principalColumn: "EvaluationId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_hand_overs",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    StructureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_hand_overs", x => x.EvaluationId);
                    table.ForeignKey(
                        name: "FK_eva_hand_overs_eva_alone_plays_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_alone_plays",
                        principalColumn: "EvaluationId",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_eva_alone_plays_CodeHash",
                table: "eva_alone_plays",
                column: "CodeHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_alone_plays_LastActiveOn",
                table: "eva_alone_plays",
                column: "LastActiveOn");

            migrationBuilder.CreateIndex(
                name: "IX_eva_hand_over_codes_ExpiresAt",
                table: "eva_hand_over_codes",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_eva_hand_over_codes_Hash",
                table: "eva_hand_over_codes",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_hand_overs_CodeHash",
                table: "eva_hand_overs",
                column: "CodeHash");

            migrationBuilder.CreateIndex(
                name: "IX_eva_wrong_hand_over_codes_By_At",
                table: "eva_wrong_hand_over_codes",
                columns: new[] { "By", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "eva_forgotten_plays");

            migrationBuilder.DropTable(
                name: "eva_hand_over_codes");

            migrationBuilder.DropTable(
                name: "eva_hand_overs");

            migrationBuilder.DropTable(
                name: "eva_wrong_hand_over_codes");

            migrationBuilder.DropTable(
                name: "eva_alone_plays");

            migrationBuilder.AlterColumn<Guid>(
                name: "CampaignId",
                table: "eva_evaluations",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "BeneficiaryId",
                table: "eva_evaluations",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
