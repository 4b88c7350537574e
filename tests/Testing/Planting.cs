using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Cli.World;
using Beffroi.Data.Postgres;
using Beffroi.Data.Sqlite;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Beffroi.Kit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Testing;

/// <summary>Makes the tables of a template by the product's own migrations, and plants the named world in it.</summary>
static class Planting
{
    public static async Task Fill(DbEngine engine, string connectionString, Content content)
    {
        await using var services = Services(engine, connectionString);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "base.semer";
        var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var eva = scope.ServiceProvider.GetRequiredService<EvaDb>();
        await accounts.Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<AdsDb>().Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<BotsDb>().Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<ChatDb>().Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<EncyclopediaDb>().Database.MigrateAsync();
        await eva.Database.MigrateAsync();
        await scope.ServiceProvider.GetRequiredService<IncubatorDb>().Database.MigrateAsync();
        if (content == Content.World)
        {
            await TestEntries.Plant(scope.ServiceProvider, CancellationToken.None);
            await NamedWorld.Plant(accounts, eva, scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>(), services.GetRequiredService<TimeProvider>(), CancellationToken.None);
            await WorldChat.Plant(scope.ServiceProvider.GetRequiredService<ChatDb>(), accounts, SiteUnderTest.Start, CancellationToken.None);
        }

        // In an empty base too: what is tested of a service is not that it is off. Clocks are moved by years.
        await WorldRecords.Plant(accounts, SiteUnderTest.Start, new(2099, 12, 31), CancellationToken.None);
    }

    static ServiceProvider Services(DbEngine engine, string connectionString)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(SiteUnderTest.Start));
        services.AddScoped<Actor>().AddScoped<AuditInterceptor>();
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = SiteHost.PasswordTurns);
        return (engine switch
        {
            DbEngine.Sqlite => services.AddSqliteStorage(connectionString),
            DbEngine.Postgres => services.AddPostgresStorage(connectionString),
        }).BuildServiceProvider();
    }
}
