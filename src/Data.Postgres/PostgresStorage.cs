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

namespace Beffroi.Data.Postgres;

/// <summary>Every module's tables in one PostgreSQL database.</summary>
public static class PostgresStorage
{
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString) =>
        services
            .AddDbContext<AccountsDb>((provider, db) => Configure(db, connectionString, AccountsDb.Prefix, provider))
            .AddDbContext<AdsDb>((provider, db) => Configure(db, connectionString, AdsDb.Prefix, provider))
            .AddDbContext<BotsDb>((provider, db) => Configure(db, connectionString, BotsDb.Prefix, provider))
            .AddDbContext<EncyclopediaDb>((provider, db) => Configure(db, connectionString, EncyclopediaDb.Prefix, provider))
            .AddScoped<IEntrySearch, PostgresEntrySearch>()
            .AddScoped<IMessageSearch, PostgresMessageSearch>()
            .AddDbContext<ChatDb>((provider, db) => Configure(db, connectionString, ChatDb.Prefix, provider))
            .AddDbContext<EvaDb>((provider, db) => Configure(db, connectionString, EvaDb.Prefix, provider))
            .AddDbContext<IncubatorDb>((provider, db) => Configure(db, connectionString, IncubatorDb.Prefix, provider));

    static void Configure(DbContextOptionsBuilder db, string connectionString, string prefix, IServiceProvider provider) =>
        Use(db, connectionString, prefix).AddInterceptors(provider.GetRequiredService<AuditInterceptor>());

    internal static DbContextOptionsBuilder Use(DbContextOptionsBuilder db, string connectionString, string prefix) =>
        db.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly("Data.Postgres").MigrationsHistoryTable(prefix + "migrations"));
}
