using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Chat.Searching;
using Beffroi.Data.Sqlite.Chat;
using Beffroi.Data.Sqlite.Encyclopedia;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Data.Sqlite;

/// <summary>Every module's tables in one SQLite file.</summary>
public static class SqliteStorage
{
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string connectionString) =>
        services
            .AddDbContext<AccountsDb>((provider, db) => Configure(db, connectionString, AccountsDb.Prefix, provider))
            .AddDbContext<AdsDb>((provider, db) => Configure(db, connectionString, AdsDb.Prefix, provider))
            .AddDbContext<BotsDb>((provider, db) => Configure(db, connectionString, BotsDb.Prefix, provider))
            .AddDbContext<EncyclopediaDb>((provider, db) => Configure(db, connectionString, EncyclopediaDb.Prefix, provider))
            .AddScoped<IEntrySearch, SqliteEntrySearch>()
            .AddScoped<IMessageSearch, SqliteMessageSearch>()
            .AddDbContext<ChatDb>((provider, db) => Configure(db, connectionString, ChatDb.Prefix, provider))
            .AddDbContext<EvaDb>((provider, db) => Configure(db, connectionString, EvaDb.Prefix, provider))
            .AddDbContext<IncubatorDb>((provider, db) => Configure(db, connectionString, IncubatorDb.Prefix, provider));

    static void Configure(DbContextOptionsBuilder db, string connectionString, string prefix, IServiceProvider provider) =>
        Use(db, connectionString, prefix).AddInterceptors(provider.GetRequiredService<AuditInterceptor>());

    internal static DbContextOptionsBuilder Use(DbContextOptionsBuilder db, string connectionString, string prefix) =>
        db.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly("Data.Sqlite").MigrationsHistoryTable(prefix + "migrations")).AddInterceptors(ForgottenForGood.Always);
}
