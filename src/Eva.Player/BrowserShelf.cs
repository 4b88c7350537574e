using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Eva.Player;

/// <summary>The device's shelf: one entry per event, so that keeping one never rewrites another.</summary>
public sealed class BrowserShelf(Browser browser) : IShelf
{
    private const string Waiting = "eva-evenement";
    private const string Acknowledged = "eva-envoye";
    private const string Unreadable = "eva-ecarte";
    private const string Way = "eva-parcours";

    public IReadOnlyList<GameEvent> All(Guid evaluation) => Events(Waiting, evaluation);

    public IReadOnlyList<GameEvent> Sent(Guid evaluation) => Events(Acknowledged, evaluation);

    public IReadOnlyList<GameEvent> Aside(Guid evaluation) => Events(Unreadable, evaluation);

    public void Keep(Guid evaluation, GameEvent happened) => Write(Key(Waiting, evaluation, happened), happened, EvaJson.Default.GameEvent);

    public void Forget(Guid evaluation, GameEvent happened) => Move(Acknowledged, evaluation, happened);

    public void SetAside(Guid evaluation, GameEvent happened) => Move(Unreadable, evaluation, happened);

    public void KeepJourney(Journey journey) => Write(Way, journey, EvaJson.Default.Journey);

    public Journey? Journey() => Read(Way, EvaJson.Default.Journey);

    public void KeepPlay(Guid evaluation, Play play) => Write(Key(evaluation, play.Situation), play, EvaJson.Default.Play);

    public Play? Play(Guid evaluation, string situation) => Read(Key(evaluation, situation), EvaJson.Default.Play);

    public void KeepLanguage(Guid evaluation, string code) => browser.Store(LanguageKey(evaluation), code);

    public string? Language(Guid evaluation) => browser.Stored(LanguageKey(evaluation));

    public void Clear(Guid evaluation)
    {
        foreach (var key in browser.StoredKeys(Prefix(Acknowledged, evaluation)).Concat(browser.StoredKeys(Key(evaluation, ""))).Append(LanguageKey(evaluation)).Append(Way))
        {
            browser.Unstore(key);
        }
    }

    // Kept in its new place before it leaves the old one: a cut in between loses nothing.
    private void Move(string shelf, Guid evaluation, GameEvent happened)
    {
        Write(Key(shelf, evaluation, happened), happened, EvaJson.Default.GameEvent);
        browser.Unstore(Key(Waiting, evaluation, happened));
    }

    private IReadOnlyList<GameEvent> Events(string shelf, Guid evaluation) =>
        [.. browser.StoredKeys(Prefix(shelf, evaluation)).Select(key => Read(key, EvaJson.Default.GameEvent)).OfType<GameEvent>()];

    private static string Prefix(string shelf, Guid evaluation) => $"{shelf}/{evaluation:N}/";

    private static string LanguageKey(Guid evaluation) => $"eva-langue/{evaluation:N}";

    private static string Key(Guid evaluation, string situation) => $"eva-partie/{evaluation:N}/{situation}";

    private static string Key(string shelf, Guid evaluation, GameEvent happened) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix(shelf, evaluation)}{happened.SessionId:N}/{happened.Position}");

    private void Write<T>(string key, T value, JsonTypeInfo<T> type) => browser.Store(key, JsonSerializer.Serialize(value, type));

    private T? Read<T>(string key, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return browser.Stored(key) is { } stored ? JsonSerializer.Deserialize(stored, type) : null;
        }
        catch (JsonException)
        {
            // Not written by this version of the game: left where it is, for a person to look at.
            return null;
        }
    }
}
