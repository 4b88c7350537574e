using System.Collections.Concurrent;

namespace Beffroi.Encyclopedia.Links;

/// <summary>What is owed to each site, whichever address led to it: a pause between two requests, and the rules that it gave robots, asked for once a day.</summary>
sealed class HostManners(TimeSpan pause, TimeProvider clock)
{
    static readonly TimeSpan RulesLast = TimeSpan.FromDays(1);

    readonly Lock _gate = new();
    readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.OrdinalIgnoreCase);
    readonly ConcurrentDictionary<string, (RobotRules Rules, DateTimeOffset Until)> _rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Until its turn has come.</summary>
    public async Task Wait(Uri at, CancellationToken ct)
    {
        var wait = Reserve(at.Authority);
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, ct);
        }
    }

    public RobotRules? Known(string site) => _rules.TryGetValue(site, out var known) && clock.GetUtcNow() < known.Until ? known.Rules : null;

    public void Learn(string site, RobotRules rules) => _rules[site] = (rules, clock.GetUtcNow() + RulesLast);

    TimeSpan Reserve(string host)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var at = _next.TryGetValue(host, out var next) && next > now ? next : now;
            _next[host] = at + pause;
            return at - now;
        }
    }
}
