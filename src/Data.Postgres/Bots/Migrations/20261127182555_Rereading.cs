using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Bots.Migrations
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
                    Name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false)
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
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    BeganAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Spent = table.Column<long>(type: "bigint", nullable: false),
                    SpentSince = table.Column<DateOnly>(type: "date", nullable: true)
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
