namespace Beffroi.Accounts;

/// <summary>
/// Opinions as marks on 10, as the State's « Je donne mon avis » makes them (its own code, read on 27 July 2026): satisfaction 10, 5 or 0; clarity and help 10, 7.5, 5, 2.5 or 0;
/// autonomy, ten times the share of opinions that sought no help of the administration; reach, ten times the share of the help sought that was had.
/// </summary>
/// <param name="N">Opinions or ways of help that the mark rests on.</param>
/// <param name="Value">Null when there is none.</param>
public sealed record OpinionMark(int N, double? Value)
{
    const double Most = 10;
    const double Step = 2.5;

    public static OpinionMark Satisfaction(IEnumerable<Opinion> opinions) => Of(opinions.Select(o => o.Rating switch
    {
        OpinionRating.Good => Most,
        OpinionRating.Medium => Most / 2,
        OpinionRating.Bad => 0,
    }));

    public static OpinionMark Clarity(IEnumerable<Opinion> opinions) => Of(opinions.Where(o => o.Clarity is not null).Select(o => Graded(o.Clarity!.Value)));

    public static OpinionMark Help(IEnumerable<Opinion> opinions) => Of(opinions.SelectMany(o => o.Helps).Where(h => h.Quality is not null).Select(h => Graded(h.Quality!.Value)));

    public static OpinionMark Reach(IEnumerable<Opinion> opinions) => Of(opinions.SelectMany(o => o.Helps).Select(h => h.Quality is null ? 0 : Most));

    public static OpinionMark Autonomy(IEnumerable<Opinion> opinions) => Of(opinions.Where(o => o.SoughtHelp is not null).Select(o => o.Helps.Any(h => h.Way.IsOfTheService()) ? 0 : Most));

    static double Graded(int grade) => (grade - 1) * Step;

    static OpinionMark Of(IEnumerable<double> marks)
    {
        var all = marks.ToList();
        return new(all.Count, all.Count == 0 ? null : all.Average());
    }
}
