using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Encyclopedia.Migrations
{
    /// <inheritdoc />
    public partial class HiddenNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NoteHiddenAt",
                table: "encyclopedia_uses",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "NoteHiddenBy",
                table: "encyclopedia_uses",
                type: "TEXT",
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
