using System.Data.Common;
using System.Globalization;
using Beffroi.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Rights;

/// <summary>All rows of all tables, as the engine itself gives them.</summary>
static class WholeDatabase
{
    /// <summary>One line for each row.</summary>
    public static HashSet<string> Lines(SiteUnderTest site) =>
        [.. site.Read(db => Tables(db).SelectMany(t => Rows(db, t, "*")).ToList()), .. site.ReadAccounts(db => Tables(db).SelectMany(t => Rows(db, t, "*")).ToList())];

    /// <summary>Identifiers of the rows of each table, the oldest first.</summary>
    public static IReadOnlyDictionary<string, List<Guid>> Identifiers(SiteUnderTest site) =>
        site.Read(db => Keyed(db)).Concat(site.ReadAccounts(db => Keyed(db))).ToDictionary(t => t.Table, t => t.Ids, StringComparer.Ordinal);

    static List<(string Table, List<Guid> Ids)> Keyed(DbContext db) =>
    [
        .. from type in db.Model.GetEntityTypes()
           let key = type.FindPrimaryKey()
           where key is { Properties: [{ Name: "Id" } id] } && id.ClrType == typeof(Guid)
           let table = type.GetTableName()!
           select (table, Rows(db, table, "\"Id\"").Select(line => Guid.Parse(line.Split('=')[^1])).OrderBy(g => g.ToString(), StringComparer.Ordinal).ToList()),
    ];

    static IEnumerable<string> Tables(DbContext db) => db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal);

    static List<string> Rows(DbContext db, string table, string columns)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are those of the model.
        command.CommandText = $"SELECT {columns} FROM \"{table}\"";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(table + ": " + string.Join("; ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Text(reader, i)}")));
        }

        return rows;
    }

    static string Text(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        Array list => string.Join(',', list.Cast<object>()),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
