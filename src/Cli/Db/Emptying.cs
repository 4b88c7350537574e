using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Beffroi.Cli.Db;

/// <summary>The statements that empty a module's tables, in an order in which none refers to what is gone.</summary>
static class Emptying
{
    public static IReadOnlyList<string> Of(DbContext db)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var tables = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null).ToLookup(type => type.GetTableName()!, StringComparer.Ordinal);
        var keys = tables.ToDictionary(table => table.Key, table => table.SelectMany(type => type.GetForeignKeys()).ToList(), StringComparer.Ordinal);
        var statements = new List<string>();
        while (keys.Count > 0)
        {
            var free = keys.Keys.Where(table => !keys.Any(other => !string.Equals(other.Key, table, StringComparison.Ordinal) && other.Value.Any(key => RefersTo(key, table)))).Order(StringComparer.Ordinal).ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException($"Tables refer to each other in a ring: {string.Join(", ", keys.Keys)}.");
            }

            foreach (var table in free)
            {
                statements.AddRange(keys[table].Where(key => RefersTo(key, table)).SelectMany(key => key.Properties).Where(property => property.IsNullable)
                    .Select(property => $"UPDATE {sql.DelimitIdentifier(table)} SET {sql.DelimitIdentifier(property.GetColumnName())} = NULL"));
                statements.Add($"DELETE FROM {sql.DelimitIdentifier(table)}");
                keys.Remove(table);
            }
        }

        return statements;
    }

    static bool RefersTo(IForeignKey key, string table) => string.Equals(key.PrincipalEntityType.GetTableName(), table, StringComparison.Ordinal);
}
