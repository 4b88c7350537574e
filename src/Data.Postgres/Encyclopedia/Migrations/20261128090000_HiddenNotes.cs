using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Encyclopedia.Migrations
{
    /// <inheritdoc />
    public partial class HiddenNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "NoteHiddenAt",
                table: "encyclopedia_uses",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NoteHiddenBy",
                table: "encyclopedia_uses",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NoteHiddenAt",
                table: "encyclopedia_uses");

            migrationBuilder.DropColumn(
                name: "NoteHiddenBy",
                table: "encyclopedia_uses");
        }
    }
}
