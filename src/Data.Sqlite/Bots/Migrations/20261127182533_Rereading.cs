using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Bots.Migrations
{
    /// <inheritdoc />
    public partial class Rereading : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bots_local_names",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_local_names", x => x.Name);
                    table.ForeignKey(
                        name: "FK_bots_local_names_bots_posts_Seq",
                        column: x => x.Seq,
                        principalTable: "bots_posts",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "bots_rereads",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<long>(type: "INTEGER", nullable: false),
                    BeganAt = table.Column<string>(type: "TEXT", nullable: false),
                    NextAt = table.Column<string>(type: "TEXT", nullable: false),
                    Spent = table.Column<long>(type: "INTEGER", nullable: false),
                    SpentSince = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bots_rereads", x => x.SourceId);
                    table.ForeignKey(
                        name: "FK_bots_rereads_bots_sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "bots_sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bots_local_names_Seq",
                table: "bots_local_names",
                column: "Seq");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bots_local_names");

            migrationBuilder.DropTable(
                name: "bots_rereads");
        }
    }
}
