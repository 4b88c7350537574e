using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Ads.Migrations
{
    /// <inheritdoc />
    public partial class EstablishedFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CountedAt",
                table: "ads_removals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PictureText",
                table: "ads_ads",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ads_facts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AdId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    TextHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Replaces = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ads_facts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ads_facts_ads_ads_AdId",
                        column: x => x.AdId,
                        principalTable: "ads_ads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ads_ads_ImportedAt_Id",
                table: "ads_ads",
                columns: new[] { "ImportedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ads_facts_AdId",
                table: "ads_facts",
                column: "AdId");

            migrationBuilder.CreateIndex(
                name: "IX_ads_facts_Replaces",
                table: "ads_facts",
                column: "Replaces",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ads_facts");

            migrationBuilder.DropIndex(
                name: "IX_ads_ads_ImportedAt_Id",
                table: "ads_ads");

            migrationBuilder.DropColumn(
                name: "CountedAt",
                table: "ads_removals");

            migrationBuilder.DropColumn(
                name: "PictureText",
                table: "ads_ads");
        }
    }
}
