namespace Beffroi.Chat.Cases;

/// <summary>From a message to a case.</summary>
public static class Opening
{
    /// <summary>
    /// What opens a case from a message. Its marking is at least that of the message, which it quotes.
    /// Observables of the message follow as drafts of their own: <see cref="Observables"/>.
    /// </summary>
    /// <param name="marking">What the person asks for.</param>
    public static CaseDraft FromMessage(Guid eventId, MessageLink message, Marked messageMarking, Marked marking, Author author, string? title = null) => new()
    {
        Id = eventId,
        Author = author,
        Marking = marking.And(messageMarking),
        Fact = new CaseOpened { Title = title ?? TitleOf(message.Text), From = message },
    };

    public static IEnumerable<ObservableNoted> Observables(MessageLink message) =>
        ObservableReader.Find(message.Text).Select(f => new ObservableNoted
        {
            Observable = f.Observable,
            Found = string.Equals(f.Found, f.Observable.Value, StringComparison.Ordinal) ? null : f.Found,
        });

    /// <summary>The first line, cut at a word.</summary>
    static string TitleOf(string text)
    {
        const int Most = 80;
        var line = text.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "?";
        if (line.Length <= Most)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', Most - 1);
        cut = cut > 0 ? cut : Most - 1;
        return line[..(char.IsHighSurrogate(line[cut - 1]) ? cut - 1 : cut)].TrimEnd(' ', '\u00A0', ':', ';', ',') + "…";
    }
}
