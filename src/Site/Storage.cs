using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Site;

/// <summary>One SQLite file under the data folder; PostgreSQL as soon as <c>ConnectionStrings:Postgres</c> is set.</summary>
public static class Storage
{
    public static string DataDirectory(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Directory"] ?? "data");

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (Postgres(configuration) is { } postgres)
        {
            services.AddPostgresStorage(postgres);
        }
        else
        {
            services.AddSqliteStorage(Sqlite(configuration));
        }
    }

    public static async Task MigrateWhenAsked(WebApplication app)
    {
        if (app.Configuration.GetValue<bool>("Data:Migrate") && !await IsUpToDate(app.Configuration))
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AccountsDb>().Database.MigrateAsync();
            await scope.ServiceProvider.GetRequiredService<EncyclopediaDb>().Database.MigrateAsync();
            await scope.ServiceProvider.GetRequiredService<ChatDb>().Database.MigrateAsync();
            await scope.ServiceProvider.GetRequiredService<AdsDb>().Database.MigrateAsync();
            await scope.ServiceProvider.GetRequiredService<BotsDb>().Database.MigrateAsync();
            await scope.ServiceProvider.GetRequiredService<EvaDb>().Database.MigrateAsync();
            await scope.ServiceProvider.GetRequiredService<IncubatorDb>().Database.MigrateAsync();
        }
    }

    static Task<bool> IsUpToDate(IConfiguration configuration) =>
        Postgres(configuration) is { } postgres ? PostgresStorage.IsUpToDate(postgres, CancellationToken.None) : SqliteStorage.IsUpToDate(Sqlite(configuration), CancellationToken.None);

    static string? Postgres(IConfiguration configuration) => configuration.GetConnectionString("Postgres") is { Length: > 0 } postgres ? postgres : null;

    static string Sqlite(IConfiguration configuration) =>
        configuration.GetConnectionString("Sqlite") ?? $"Data Source={Path.Combine(Directory.CreateDirectory(DataDirectory(configuration)).FullName, "beffroi.db")}";
}
