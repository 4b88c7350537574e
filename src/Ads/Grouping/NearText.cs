
namespace Beffroi.Ads.Grouping;

/// <summary>
/// A text as it is compared with others (docs/adr/0029): folded words without signs, addresses nor amounts, names marked.
/// Same country, and either the same words, or runs of three words of which 85 % are common (Broder 1997) and no name put in the place of another.
/// </summary>
public sealed class NearText
{
    /// <summary>Share of common runs (Jaccard 1901) from which two texts are one: in 405 ads that left a library in 2019, what is under it says something else.</summary>
    public const double Enough = 0.85;

    /// <summary>Under this number of words, only the same words are the same text.</summary>
    public const int Short = 6;

    /// <summary>Words that are compared.</summary>
    public const int MostWords = 600;

    const int Run = 3;
    const char Name = '^';

    // So that one long list of names does not fill a table: places that are told apart by name, and names that tell them apart.
    const int Divided = 6;
    const int MostNames = 12;

    readonly HashSet<string> _words;
    readonly HashSet<string> _names;
    readonly HashSet<ulong> _runs;

    NearText(string country, string signature)
    {
        (Country, Signature) = (country, signature);
        var marked = signature.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = Array.ConvertAll(marked, w => w.TrimStart(Name));
        _words = new(words, StringComparer.Ordinal);
        _names = new(marked.Where(w => w[0] == Name).Select(w => w[1..]), StringComparer.Ordinal);
        IsShort = words.Length < Short;
        Plain = string.Join(' ', words);
        _runs = IsShort ? [] : [.. Enumerable.Range(0, words.Length - Run + 1).Select(i => MinHash.Of(words.AsSpan(i, Run)))];
        Bands = words.Length == 0 ? [] : MinHash.Bands(country, Plain, _runs);
    }

    public string Country { get; }

    /// <summary>As it is kept with a group, and read again by <see cref="Kept"/>.</summary>
    public string Signature { get; }

    /// <summary>Where it is looked for: the first is that of the same words, the others those of near texts. Empty: like nothing else.</summary>
    public IReadOnlyList<long> Bands { get; }

    /// <summary>Where else it is looked for when a place of near texts is full: one for each name, since the same leaflet for another town has another name. Empty where a place is not divided.</summary>
    public IEnumerable<long> Parts(int band) => band is >= 1 and <= Divided && band < Bands.Count ? _names.Take(MostNames).Select(name => MinHash.Part(Bands[band], name)) : [];

    public bool IsShort { get; }

    string Plain { get; }

    public static NearText Kept(string country, string signature) => new(country, signature);

    /// <param name="context">What tells two short texts apart: the link, the page.</param>
    public static NearText Of(string country, string text, params IReadOnlyList<string?> context)
    {
        var words = AdWords.Of(text);
        if (words.Count >= Short)
        {
            return new(country, Signed(words));
        }

        words.AddRange(context.Take(context.Count - 1).SelectMany(c => AdWords.Of(c ?? "")));
        if (words.Count is > 0 and < Short)
        {
            words.AddRange(AdWords.Of(context[^1] ?? ""));
        }

        return new(country, Signed(words));
    }

    public bool IsSameAs(NearText other) =>
        string.Equals(Country, other.Country, StringComparison.Ordinal) && Bands.Count > 0
        && (string.Equals(Plain, other.Plain, StringComparison.Ordinal) || (!IsShort && !other.IsShort && Likeness(other) >= Enough && !NamesAnother(other)));

    /// <summary>Share of common runs, in [0, 1].</summary>
    public double Likeness(NearText other)
    {
        if (string.Equals(Plain, other.Plain, StringComparison.Ordinal))
        {
            return 1;
        }

        var (few, many) = _runs.Count <= other._runs.Count ? (_runs, other._runs) : (other._runs, _runs);
        var common = few.Count(many.Contains);
        return common == 0 ? 0 : (double)common / (few.Count + many.Count - common);
    }

    // Each has a name that the other has nowhere: the same leaflet for another person or another town.
    bool NamesAnother(NearText other) => _names.Any(n => !other._words.Contains(n)) && other._names.Any(n => !_words.Contains(n));

    static string Signed(List<AdWords.Word> words) => string.Join(' ', words.Take(MostWords).Select(w => w.IsName ? Name + w.Text : w.Text));
}
