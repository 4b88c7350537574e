using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests;

/// <summary>Every cell of every table, as the database itself holds it: what is not here is nowhere.</summary>
static class WholeDatabase
{
    public sealed record Cell(string Table, string Column, string Value);

    public static IReadOnlyList<Cell> Read(SiteUnderTest site) => [.. Rows(site).SelectMany(row => row)];

    /// <summary>One line for each row.</summary>
    public static HashSet<string> Lines(SiteUnderTest site) =>
        [.. Rows(site).Select(row => row[0].Table + ": " + string.Join("; ", row.Select(cell => $"{cell.Column}={cell.Value}")))];

    /// <summary>Identifiers of the rows of each table that has one column of them, the oldest first.</summary>
    public static IReadOnlyDictionary<string, List<Guid>> Identifiers(SiteUnderTest site)
    {
        var keyed = site.Read(Keyed).Concat(site.ReadAccounts(Keyed)).ToHashSet(StringComparer.Ordinal);
        return Read(site).Where(cell => cell.Column == "Id" && keyed.Contains(cell.Table)).GroupBy(cell => cell.Table, StringComparer.Ordinal)
            .ToDictionary(table => table.Key, table => table.Select(cell => Guid.Parse(cell.Value)).OrderBy(id => id.ToString(), StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
    }

    static List<string> Keyed(DbContext db) =>
        [.. db.Model.GetEntityTypes().Where(type => type.FindPrimaryKey() is { Properties: [{ Name: "Id" } id] } && id.ClrType == typeof(Guid)).Select(type => type.GetTableName()!)];

    static IEnumerable<List<Cell>> Rows(SiteUnderTest site) => site.Read(Rows).Concat(site.ReadAccounts(Rows));

    static List<List<Cell>> Rows(DbContext db)
    {
        db.Database.OpenConnection();
        var rows = new List<List<Cell>>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => new Cell(table, reader.GetName(column), Text(reader, column)))]);
            }
        }

        db.Database.CloseConnection();
        return rows;
    }

    static string Text(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        Array list => string.Join(' ', list.Cast<object>()),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
