using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Chat.Searching;
using Beffroi.Data.Postgres.Chat;
using Beffroi.Data.Postgres.Encyclopedia;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Beffroi.Data.Postgres;

/// <summary>Every module's tables in one PostgreSQL database.</summary>
public static class PostgresStorage
{
    static readonly Dictionary<Type, string> Prefixes = new()
    {
        [typeof(AccountsDb)] = AccountsDb.Prefix, [typeof(AdsDb)] = AdsDb.Prefix, [typeof(BotsDb)] = BotsDb.Prefix, [typeof(ChatDb)] = ChatDb.Prefix, [typeof(EncyclopediaDb)] = EncyclopediaDb.Prefix, [typeof(EvaDb)] = EvaDb.Prefix, [typeof(IncubatorDb)] = IncubatorDb.Prefix,
    };

    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString) =>
        services
            .AddDbContext<AccountsDb>((provider, db) => Configure<AccountsDb>(db, connectionString, provider))
            .AddDbContext<AdsDb>((provider, db) => Configure<AdsDb>(db, connectionString, provider))
            .AddDbContext<BotsDb>((provider, db) => Configure<BotsDb>(db, connectionString, provider))
            .AddDbContext<EncyclopediaDb>((provider, db) => Configure<EncyclopediaDb>(db, connectionString, provider))
            .AddScoped<IEntrySearch, PostgresEntrySearch>()
            .AddScoped<IMessageSearch, PostgresMessageSearch>()
            .AddDbContext<ChatDb>((provider, db) => Configure<ChatDb>(db, connectionString, provider))
            .AddDbContext<EvaDb>((provider, db) => Configure<EvaDb>(db, connectionString, provider))
            .AddDbContext<IncubatorDb>((provider, db) => Configure<IncubatorDb>(db, connectionString, provider));

    /// <summary>Whether the database has every migration of this version.</summary>
    public static async Task<bool> IsUpToDate(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        return await AppliedMigrations.AreAll(connection, typeof(PostgresStorage).Assembly, Prefixes, ct);
    }

    static void Configure<TDb>(DbContextOptionsBuilder db, string connectionString, IServiceProvider provider) where TDb : DbContext =>
        Use(db, connectionString, Prefixes[typeof(TDb)]).AddInterceptors(provider.GetRequiredService<AuditInterceptor>());

    internal static DbContextOptionsBuilder Use(DbContextOptionsBuilder db, string connectionString, string prefix) =>
        db.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly("Data.Postgres").MigrationsHistoryTable(AppliedMigrations.History(prefix)));
}
