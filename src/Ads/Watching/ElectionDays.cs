using Beffroi.Ads.Law;

namespace Beffroi.Ads.Watching;

/// <param name="Day">Main day of a round.</param>
public sealed record ElectionDay(DateOnly Day, Words Name);

/// <summary>Days of elections whose date is official, for the charts.</summary>
static class ElectionDays
{
    static readonly Lazy<LawBook> Book = new(LawBook.Load);

    public static IReadOnlyList<ElectionDay> Between(string country, DateOnly first, DateOnly last) =>
    [
        .. from election in Book.Value.Elections
           where election.IsOfficial && string.Equals(election.Country, country, StringComparison.Ordinal)
           from round in election.Dates[0].Rounds
           where round.Date >= first && round.Date <= last
           orderby round.Date
           select new ElectionDay(round.Date, election.Name),
    ];
}
