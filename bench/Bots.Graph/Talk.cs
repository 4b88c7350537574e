using Beffroi.Detection;

namespace Beffroi.Bots.Graph;

/// <summary>People who repeat each other: some are repeated much more than others, and mostly within their own circle. Seeded.</summary>
static class Talk
{
    const int Circles = 20;

    public static IReadOnlyList<Interaction> Of(int people, int count)
    {
        var (chance, start) = (new Random(15), new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero));
        var names = Enumerable.Range(0, people).Select(p => new Guid(p, 0, 0, new byte[8]).ToString("N")).ToArray();
        // Everybody repeats somebody once, so that the graph has as many accounts as asked.
        return [.. Enumerable.Range(0, Math.Max(count, people)).Select(at =>
        {
            var from = at < people ? at : chance.Next(people);
            var near = chance.Next(10) < 8;
            var rank = (int)(people / Circles * Math.Pow(chance.NextDouble(), 4));
            var to = near ? (from % Circles) + (rank * Circles) : chance.Next(people);
            return new Interaction(names[from], names[to < people && to != from ? to : (from + 1) % people], $"s{to}", start, start.AddSeconds(chance.Next(7 * 86_400)), chance.Next(5) == 0);
        })];
    }
}
