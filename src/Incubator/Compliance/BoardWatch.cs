using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Actor = Beffroi.Kit.Actor;

namespace Beffroi.Incubator.Compliance;

/// <summary>How this site controls itself (section <c>Incubator:Board</c>).</summary>
public sealed record BoardSettings
{
    /// <summary>Whether controls are done by themselves, each night and when somebody asks.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>Where this site reaches itself, where its own address does not lead there: the loopback address and its port, as a rule.</summary>
    public string? Address { get; init; }

    /// <summary>Days for which a control is kept; the last two are kept in any case.</summary>
    public int KeptDays { get; init; } = 400;
}

/// <summary>Asks for a control each night, and does those that are asked. Several nodes may look at once: one begins.</summary>
public sealed partial class BoardWatch(IServiceScopeFactory scopes, BoardSettings settings, TimeProvider clock, ILogger<BoardWatch> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>What does not work now does not a moment later.</summary>
    static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    /// <summary>Of the night, UTC: after what the night erases.</summary>
    const int Hour = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Watch && !stoppingToken.IsCancellationRequested)
        {
            // First: the site answers a moment after it starts.
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await AskForTheNight(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), scope.ServiceProvider.GetRequiredService<Actor>(), clock.GetUtcNow(), stoppingToken);
                while (await IsAsked(scope.ServiceProvider, stoppingToken) && await scope.ServiceProvider.GetRequiredService<BoardRound>().DoNext(Version, stoppingToken))
                {
                    await Trim(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), clock.GetUtcNow().AddDays(-settings.KeptDays), stoppingToken);
                }
            }
            catch (Exception wrong) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(wrong);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    static string? Version => Assembly.GetEntryAssembly()?.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    static Task<bool> IsAsked(IServiceProvider services, CancellationToken ct) => services.GetRequiredService<IncubatorDb>().CheckRuns.AnyAsync(r => r.DoneAt == null, ct);

    /// <summary>One a night; one at once where there was none, so that a new site has its board.</summary>
    internal static async Task AskForTheNight(IncubatorDb db, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        var night = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(Hour);
        var due = now < night ? night.AddDays(-1) : night;
        if (!await db.CheckRuns.AnyAsync(r => r.AskedAt >= due, ct))
        {
            (actor.Who, actor.Act) = ("systeme", "incubateur.demander-controle");
            db.Add(CheckRun.Asked(now, by: null));
            await db.SaveChangesAsync(ct);
        }
    }

    internal static async Task Trim(IncubatorDb db, DateTimeOffset before, CancellationToken ct)
    {
        var old = await Old(db, before).ToListAsync(ct);
        if (old.Count > 0)
        {
            // Their results and grades go with them, by the tables' own rule.
            db.RemoveRange(old);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>Those whose time is over; the last two are kept in any case.</summary>
    internal static IQueryable<CheckRun> Old(IncubatorDb db, DateTimeOffset before)
    {
        var last = db.CheckRuns.Where(r => r.DoneAt != null).OrderByDescending(r => r.DoneAt).Select(r => r.Id).Take(2);
        return db.CheckRuns.Where(r => r.AskedAt < before && !last.Contains(r.Id));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The control of the site failed; it is tried again.")]
    private partial void Failed(Exception wrong);
}
