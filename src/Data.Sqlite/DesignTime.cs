using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Incubator;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Beffroi.Data.Sqlite;

// Used by `dotnet ef migrations add` only: no database is opened.
internal sealed class AccountsAtDesignTime : IDesignTimeDbContextFactory<AccountsDb>
{
    public AccountsDb CreateDbContext(string[] args) => new(DesignTime.Options<AccountsDb>(AccountsDb.Prefix));
}

internal sealed class AdsAtDesignTime : IDesignTimeDbContextFactory<AdsDb>
{
    public AdsDb CreateDbContext(string[] args) => new(DesignTime.Options<AdsDb>(AdsDb.Prefix));
}

internal sealed class BotsAtDesignTime : IDesignTimeDbContextFactory<BotsDb>
{
    public BotsDb CreateDbContext(string[] args) => new(DesignTime.Options<BotsDb>(BotsDb.Prefix));
}

internal sealed class ChatAtDesignTime : IDesignTimeDbContextFactory<ChatDb>
{
    public ChatDb CreateDbContext(string[] args) => new(DesignTime.Options<ChatDb>(ChatDb.Prefix));
}

internal sealed class EncyclopediaAtDesignTime : IDesignTimeDbContextFactory<EncyclopediaDb>
{
    public EncyclopediaDb CreateDbContext(string[] args) => new(DesignTime.Options<EncyclopediaDb>(EncyclopediaDb.Prefix));
}

internal sealed class EvaAtDesignTime : IDesignTimeDbContextFactory<EvaDb>
{
    public EvaDb CreateDbContext(string[] args) => new(DesignTime.Options<EvaDb>(EvaDb.Prefix));
}

internal sealed class IncubatorAtDesignTime : IDesignTimeDbContextFactory<IncubatorDb>
{
    public IncubatorDb CreateDbContext(string[] args) => new(DesignTime.Options<IncubatorDb>(IncubatorDb.Prefix));
}

static class DesignTime
{
    public static DbContextOptions<T> Options<T>(string prefix) where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        SqliteStorage.Use(options, "Data Source=design.db", prefix);
        return options.Options;
    }
}
