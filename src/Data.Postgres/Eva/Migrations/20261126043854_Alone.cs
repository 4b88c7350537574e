using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Eva.Migrations
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
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "BeneficiaryId",
                table: "eva_evaluations",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.CreateTable(
                name: "eva_alone_plays",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Parcours = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Situations = table.Column<List<string>>(type: "text[]", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    LastActiveOn = table.Column<DateOnly>(type: "date", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Parcours = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    WasFinished = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_forgotten_plays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_wrong_hand_over_codes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_wrong_hand_over_codes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_hand_over_codes",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
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
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    StructureId = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
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
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "BeneficiaryId",
                table: "eva_evaluations",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
