using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Eva.Migrations
{
    /// <inheritdoc />
    public partial class Positionnement : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BankVersion",
                table: "eva_runs",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Route",
                table: "eva_runs",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Route",
                table: "eva_campaigns",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "BankVersion",
                table: "eva_runs");

            migrationBuilder.DropColumn(
                name: "Route",
                table: "eva_runs");

            migrationBuilder.DropColumn(
                name: "Route",
                table: "eva_campaigns");
        }
    }
}
