using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Bots.Analysing;

/// <summary>One step of the series: an hour, or a day of Paris.</summary>
public sealed record SeriesPoint(DateTimeOffset At, Volume Volume);

/// <summary>Tables over time.</summary>
static class TimeTables
{
    /// <summary>Every step from the first day to the last, empty ones too: nothing at night is something to see.</summary>
    public static IReadOnlyList<SeriesPoint> Points(Narrative n)
    {
        var points = new List<SeriesPoint>();
        if (n.Filter.Step is NarrativeStep.Hour)
        {
            var (from, to) = (n.Filter.Begins.ToUnixTimeSeconds() / 3600, n.Filter.Ends.ToUnixTimeSeconds() / 3600);
            for (var hour = from; hour < to; hour++)
            {
                points.Add(new(DateTimeOffset.FromUnixTimeSeconds(hour * 3600), n.Counted.Hours.GetValueOrDefault(hour) ?? new()));
            }

            return points;
        }

        var hours = n.Counted.Hours;
        for (var day = n.Filter.From; day <= n.Filter.To; day = day.AddDays(1))
        {
            var (begins, ends, sum) = (French.Begins(day), French.Begins(day.AddDays(1)), new Volume());
            for (var hour = begins.ToUnixTimeSeconds() / 3600; hour < ends.ToUnixTimeSeconds() / 3600; hour++)
            {
                if (hours.TryGetValue(hour, out var volume))
                {
                    sum.Add(volume);
                }
            }

            points.Add(new(begins, sum));
        }

        return points;
    }

    public static string When(NarrativeFilter filter, DateTimeOffset at, Lang l) => filter.Step is NarrativeStep.Hour ? l.Moment(at) : l.Day(DateOnly.ParseExact(French.IsoDay(at), "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static NarrativeTable Series(Narrative n, Lang l)
    {
        var hourly = n.Filter.Step is NarrativeStep.Hour;
        var points = Points(n);
        return new()
        {
            Key = TableKey.Series, Title = hourly ? l.Say("Volumes par heure", "Volumes by hour") : l.Say("Volumes par jour", "Volumes by day"),
            Note = l.Say(
                "Heure de Paris. « Collectées » : ce qui est arrivé dans vos veilles à ce moment. « Totaux du réseau » : ce que le réseau comptait, à la dernière lecture, pour les publications parues à ce moment, reposts exclus.",
                "Paris time. “Collected”: what reached your watches at that time. “Network totals”: what the network counted, when last read, for the posts published at that time, reposts left out."),
            Columns =
            [
                new(hourly ? l.Say("Heure", "Hour") : l.Say("Jour", "Day")), new(l.Say("Publications collectées", "Posts collected"), true), new(l.Say("dont reposts", "of which reposts"), true),
                new(l.Say("dont citations", "of which quotes"), true), new(l.Say("dont réponses", "of which replies"), true), new(l.Say("J’aime (réseau)", "Likes (network)"), true),
                new(l.Say("Reposts (réseau)", "Reposts (network)"), true), new(l.Say("Citations (réseau)", "Quotes (network)"), true), new(l.Say("Réponses (réseau)", "Replies (network)"), true),
            ],
            Count = points.Count,
            Rows = NarrativeTable.Of(points, p =>
            [
                new(When(n.Filter, p.At, l)) { Raw = hourly ? French.IsoMoment(p.At) : French.IsoDay(p.At) },
                l.Figure(p.Volume.Posts), l.Figure(p.Volume.Reposts), l.Figure(p.Volume.Quotes), l.Figure(p.Volume.Replies),
                l.Figure(Given(n.Counted.WithLikes, p.Volume.GivenLikes)), l.Figure(Given(n.Counted.WithReposts, p.Volume.GivenReposts)),
                l.Figure(Given(n.Counted.WithQuotes, p.Volume.GivenQuotes)), l.Figure(Given(n.Counted.WithReplies, p.Volume.GivenReplies)),
            ]),
        };
    }

    /// <summary>Posts by hour of the day in Paris, to see when the authors of the narrative are awake.</summary>
    public static IReadOnlyList<int> Clock(Narrative n)
    {
        var hours = new int[24];
        foreach (var (hour, volume) in n.Counted.Hours)
        {
            hours[int.Parse(French.IsoMoment(DateTimeOffset.FromUnixTimeSeconds(hour * 3600)).AsSpan(11, 2), NumberStyles.None, CultureInfo.InvariantCulture)] += volume.Posts;
        }

        return hours;
    }

    public static NarrativeTable ClockTable(Narrative n, Lang l)
    {
        var hours = Clock(n);
        return new()
        {
            Key = TableKey.Clock, Title = l.Say("Heures de la journée", "Hours of the day"), Note = l.Say("Heure de Paris. Un rythme décalé peut venir d’un autre fuseau, d’un programme, ou de l’actualité.", "Paris time. A shifted rhythm may come from another time zone, from a program, or from the news."),
            Columns = [new(l.Say("Heure", "Hour")), new(l.Say("Publications", "Posts"), true), new(l.Say("Part des publications", "Share of posts"), true)],
            Count = hours.Count,
            Rows = NarrativeTable.Of([.. hours.Index()], h => [new(l.Say($"{h.Index} h", $"{h.Index}:00")) { Raw = h.Index.ToString(CultureInfo.InvariantCulture) }, l.Figure(h.Item), l.Share((double)h.Item / Math.Max(1, n.Posts))]),
        };
    }

    // A total that no post came with is not nought.
    static long? Given(int with, long total) => with == 0 ? null : total;
}
