using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Beffroi.Kit;

/// <summary>
/// Whether a base has every migration of this version, asked of the base alone: Entity Framework would first make the model of each module, which takes seconds.
/// </summary>
public static class AppliedMigrations
{
    /// <summary>False too where the base does not answer, or has no tables yet: then Entity Framework is asked, which says why.</summary>
    /// <param name="connection">Closed; it is opened here.</param>
    /// <param name="migrations">Holds those of every module.</param>
    /// <param name="prefixes">How the tables of each module begin, by its context.</param>
    public static async Task<bool> AreAll(DbConnection connection, Assembly migrations, IReadOnlyDictionary<Type, string> prefixes, CancellationToken ct)
    {
        try
        {
            await connection.OpenAsync(ct);
            foreach (var (context, names) in Named(migrations))
            {
                if (!names.IsSubsetOf(await Applied(connection, History(prefixes[context]), ct)))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>Name of the table where Entity Framework writes what it applied.</summary>
    public static string History(string prefix) => prefix + "migrations";

    static IEnumerable<(Type Context, HashSet<string> Names)> Named(Assembly migrations) =>
        from type in migrations.GetTypes()
        let migration = type.GetCustomAttribute<MigrationAttribute>()
        where migration is not null
        group migration.Id by type.GetCustomAttribute<DbContextAttribute>()!.ContextType into module
        select (module.Key, module.ToHashSet(StringComparer.Ordinal));

    static async Task<HashSet<string>> Applied(DbConnection connection, string table, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "MigrationId" FROM "{table}" """;
        await using var rows = await command.ExecuteReaderAsync(ct);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(ct))
        {
            names.Add(rows.GetString(0));
        }

        return names;
    }
}
