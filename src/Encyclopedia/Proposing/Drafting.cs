using System.Globalization;
using System.Text;
using Beffroi.Encyclopedia.Editing;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Proposing;

/// <summary>A proposal being written.</summary>
public sealed record Drafting
{
    public required Lang L { get; init; }
    public required EntryType Type { get; init; }

    /// <summary>What it changes; null for a new entry.</summary>
    public required EntryState? From { get; init; }

    public required EntryForm Form { get; init; }
    public Errors Errors { get; } = new();

    /// <summary>Null when none was asked for.</summary>
    public Previewed? Preview { get; init; }

    public Lang Original => From?.Content.Original ?? (string.Equals(Form["original"], "en", StringComparison.Ordinal) ? Lang.English : Lang.French);

    public string Action(Lang l) => From is { } of ? Addresses.Propose(l, of.Entry.Key) : Addresses.New(l);

    /// <summary>The one text that somebody came to change, from where they read it: the form begins with it, and folds the rest. Null for the whole form.</summary>
    public string? Only => From is { } of && Langs.All.Where(l => of.Content.Texts[l] is not null).SelectMany(l => Editor.TextsOf(Type).Select(t => $"texts.{l.Code()}.{t}")).Contains(Form["at"], StringComparer.Ordinal) ? Form["at"] : null;

    /// <summary>Something was asked for, or is to be put right, in what is folded.</summary>
    public bool Unfolds => Form["act"].Contains(':', StringComparison.Ordinal) || Errors.All.Any(e => e.Field is not ("" or "comment" or "authorName") && !string.Equals(e.Field, Only, StringComparison.Ordinal));

    public string Title => From is { } of
        ? L.Say($"Proposer un changement : {of.Content.In(L).Title}", $"Propose a change: {of.Content.In(L).Title}")
        : L.Say($"Proposer une fiche : {Type.Say(L).ToLowerInvariant()}", $"Propose an entry: {Type.Say(L).ToLowerInvariant()}");

    public Editor Editor => new() { L = L, Type = Type, Original = Original, Form = Form, Errors = Errors };

    public static Drafting Of(Lang l, EntryType type, EntryState? of, EntryForm form) => new() { L = l, Type = type, From = of, Form = form };

    /// <summary>As it would be shown; with messages instead where a text is too long to be published.</summary>
    public async Task<Drafting> Previewed(EncyclopediaDb db, CancellationToken ct)
    {
        DraftLimits.Of(this);
        if (Errors.Any)
        {
            return this;
        }

        // Half written is shown as it is: a preview is no check.
        var content = new EntryFormReading(Form, Type, From?.Content, L).Content(From?.Number ?? 0);
        content = content with { Reliability = [.. content.Reliability.Where(n => n.On != default)], Availability = content.Availability?.CheckedOn == default(DateOnly) ? null : content.Availability };
        var linkings = new List<Linking>();
        foreach (var language in Langs.All.Where(l => content.Texts[l] is not null))
        {
            linkings.Add(await Linking.For(content, From?.Entry.Key, language, db, await Glossary.Of(db, language, ct), ct));
        }

        return this with { Preview = new(content, linkings) };
    }

    /// <summary>The proposal, without what its author follows it by; null with messages when it is not right.</summary>
    public async Task<Proposal?> Read(Guid? author, EncyclopediaDb db, DateTimeOffset now, CancellationToken ct)
    {
        var reading = new EntryFormReading(Form, Type, From?.Content, L);
        var content = reading.Read(From?.Entry.Key, From?.Number ?? 0);
        foreach (var (place, message) in reading.Errors.All)
        {
            Errors.Add(place, message);
        }

        var (comment, name) = (OneLine("comment"), OneLine("authorName"));
        if (comment.Length is 0 or > EntryVersion.CommentMaxLength)
        {
            Errors.Add("comment", L.Say($"Dites en une phrase ce que vous changez et pourquoi, en {EntryVersion.CommentMaxLength} caractères au plus", $"Say in a sentence what you change and why, in {EntryVersion.CommentMaxLength} characters at most"));
        }

        DraftLimits.Clean(this, "comment", comment);
        DraftLimits.Clean(this, "authorName", name);
        if (name.Length > EntryVersion.AuthorMaxLength)
        {
            Errors.Add("authorName", L.Say($"Raccourcissez à {EntryVersion.AuthorMaxLength} caractères au plus", $"Shorten it to {EntryVersion.AuthorMaxLength} characters at most"));
        }

        var key = From?.Entry.Key ?? await KeyOf(db, ct);
        if (content is not null && From is { } of && string.Equals(EntryJson.Write(content), EntryJson.Write(of.Content), StringComparison.Ordinal))
        {
            Errors.Add("", L.Say("Vous n’avez encore rien changé", "You have not changed anything yet"));
        }

        if (content is null || Errors.Any)
        {
            return null;
        }

        return new()
        {
            Id = Guid.CreateVersion7(now), EntryId = From?.Entry.Id, Key = key, BaseVersion = From?.Number ?? 0, At = now, AuthorId = author, AuthorName = author is null && name.Length > 0 ? name : null,
            Language = L, Comment = comment, Content = EntryJson.Write(content),
        };
    }

    /// <summary>Its address for ever, from its first title.</summary>
    async Task<string> KeyOf(EncyclopediaDb db, CancellationToken ct)
    {
        var at = $"texts.{Original.Code()}.title";
        var key = Slug(Form[at]);
        if (key.Length == 0)
        {
            Errors.Add(at, L.Say("Un titre contient des lettres ou des chiffres", "A title holds letters or digits"));
        }
        else if (await db.Entries.IgnoreQueryFilters().AnyAsync(e => e.Key == key, ct))
        {
            Errors.Add(at, L.Say("Une fiche porte déjà ce titre : proposez plutôt de la changer", "An entry has that title already: propose to change it instead"));
        }

        return key;
    }

    /// <summary>Lower-case letters without accents, digits, single hyphens.</summary>
    static string Slug(string title)
    {
        var plain = string.Concat(title.Where(c => !char.IsSurrogate(c))).Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark).Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        var slug = string.Join('-', string.Concat(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (slug.Length > Entry.KeyMaxLength ? slug[..Entry.KeyMaxLength] : slug).TrimEnd('-');
    }

    string OneLine(string name) => string.Join(' ', Form[name].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
