using System.Globalization;
using Beffroi.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.FollowUp;

/// <summary>Every cell of every table, read as the database holds it: what is not here is nowhere.</summary>
static class WholeDatabase
{
    public sealed record Cell(string Table, string Column, string Value);

    public static IReadOnlyList<Cell> Read(SiteUnderTest site)
    {
        using var scope = site.Scope();
        return [.. new DbContext[] { scope.ServiceProvider.GetRequiredService<EvaDb>(), scope.ServiceProvider.GetRequiredService<AccountsDb>() }.SelectMany(Of)];
    }

    static List<Cell> Of(DbContext db)
    {
        var cells = new List<Cell>();
        db.Database.OpenConnection();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select * from \"{table}\"";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                for (var column = 0; column < rows.FieldCount; column++)
                {
                    cells.Add(new(table, rows.GetName(column), rows.GetValue(column) switch
                    {
                        byte[] bytes => Convert.ToHexString(bytes),
                        Array list => string.Join(' ', list.Cast<object>()),
                        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
                    }));
                }
            }
        }

        db.Database.CloseConnection();
        return cells;
    }
}
