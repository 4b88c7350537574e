using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Beffroi.Cli.Db;

/// <summary>The data of every module, opened for one act of the command, which the audit rows will name.</summary>
sealed class OpenedDatabase : IAsyncDisposable
{
    readonly ServiceProvider _services;
    readonly Func<CancellationToken, Task<bool>> _isUpToDate;

    OpenedDatabase(ServiceProvider services, Func<CancellationToken, Task<bool>> isUpToDate) => (_services, _isUpToDate) = (services, isUpToDate);

    public static OpenedDatabase Open(StorageChoice choice, string act, TimeProvider clock)
    {
        var services = new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
            .AddScoped(_ => new Actor { Who = "systeme", Act = act })
            .AddScoped<AuditInterceptor>();
        if (choice.Postgres is { } connection)
        {
            var postgres = Readable(connection);
            return new(services.AddPostgresStorage(postgres).BuildServiceProvider(validateScopes: true), ct => PostgresStorage.IsUpToDate(postgres, ct));
        }

        var file = File(choice);
        return new(services.AddSqliteStorage(file).BuildServiceProvider(validateScopes: true), ct => SqliteStorage.IsUpToDate(file, ct));
    }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    /// <summary>Creates or updates the tables; gives the number of migrations applied.</summary>
    public async Task<int> Migrate(CancellationToken ct)
    {
        if (await _isUpToDate(ct))
        {
            return 0;
        }

        await using var scope = Scope();
        var applied = 0;
        foreach (var db in Contexts(scope))
        {
            // The library compares the whole model with the last migration even where there is nothing to do.
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Count() is var pending and > 0)
            {
                await db.Database.MigrateAsync(ct);
                applied += pending;
            }
        }

        return applied;
    }

    /// <summary>Fails with a sentence where the tables are not those of this version.</summary>
    public async Task RequireUpToDate(StorageChoice choice, CancellationToken ct)
    {
        if (await _isUpToDate(ct))
        {
            return;
        }

        await using var scope = Scope();
        foreach (var db in Contexts(scope))
        {
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                throw new CommandFailedException($"la base ({choice.Name}) n’est pas à jour : lancez d’abord « beffroi db migrate ».");
            }
        }
    }

    /// <summary>Deletes every row, at once or not at all in each module; the tables stay.</summary>
    public async Task Empty(CancellationToken ct)
    {
        await using var scope = Scope();
        foreach (var db in Contexts(scope))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            foreach (var statement in Emptying.Of(db))
            {
                await db.Database.ExecuteSqlRawAsync(statement, ct);
            }

            await transaction.CommitAsync(ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();

        // A pooled connection would keep the file open, and its log beside it.
        SqliteConnection.ClearAllPools();
    }

    static DbContext[] Contexts(AsyncServiceScope scope) =>
        [scope.ServiceProvider.GetRequiredService<AccountsDb>(), scope.ServiceProvider.GetRequiredService<AdsDb>(), scope.ServiceProvider.GetRequiredService<BotsDb>(), scope.ServiceProvider.GetRequiredService<ChatDb>(), scope.ServiceProvider.GetRequiredService<EncyclopediaDb>(), scope.ServiceProvider.GetRequiredService<EvaDb>(), scope.ServiceProvider.GetRequiredService<IncubatorDb>()];

    static string File(StorageChoice choice) => new SqliteConnectionStringBuilder { DataSource = Path.Combine(Directory.CreateDirectory(choice.Folder).FullName, Path.GetFileName(choice.SqliteFile)) }.ToString();

    static string Readable(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection).ToString();
        }
        catch (ArgumentException)
        {
            // The message of the library may repeat a password.
            throw new CommandFailedException("la chaîne de connexion PostgreSQL est illisible ; exemple : Host=localhost;Database=beffroi;Username=beffroi", ExitCodes.BadUsage);
        }
    }
}
