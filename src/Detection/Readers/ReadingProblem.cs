namespace Beffroi.Detection;

/// <summary>Something wrong at one place of a file. Never holds what the file said: a report must not spread personal data.</summary>
/// <param name="Line">Line where the value starts, from 1.</param>
/// <param name="Code">What is wrong.</param>
/// <param name="Field">The field concerned, by its name in the source; null when the whole line is.</param>
public sealed record ReadingProblem(long Line, ReadingCode Code, string? Field = null)
{
    /// <summary>What it costs.</summary>
    public ProblemWeight Weight => WeightOf(Code);

    /// <summary>One plain sentence, with the line.</summary>
    public string Sentence(Tongue tongue) => ReadingSentences.Of(this, tongue);

    /// <summary>What a problem of this code costs.</summary>
    public static ProblemWeight WeightOf(ReadingCode code) => code switch
    {
        ReadingCode.ControlMessage or ReadingCode.UnknownLabel or ReadingCode.UnknownNetwork or ReadingCode.Repeated => ProblemWeight.Notice,
        ReadingCode.WrongType or ReadingCode.NegativeCount or ReadingCode.UnreadableDate or ReadingCode.AmbiguousDate
            or ReadingCode.FutureDate or ReadingCode.ImplausibleDate or ReadingCode.RoundedId => ProblemWeight.Field,
        ReadingCode.BrokenJson or ReadingCode.TooLong or ReadingCode.WrongColumns or ReadingCode.UnclosedQuote
            or ReadingCode.UnknownObject or ReadingCode.Incomplete or ReadingCode.Truncated => ProblemWeight.Record,
        ReadingCode.Bomb or ReadingCode.BadGzip or ReadingCode.UnknownFormat => ProblemWeight.File,
    };
}
