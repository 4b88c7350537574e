using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;

namespace Beffroi.Eva.Player;

/// <summary>The device's shelf: one entry of local storage per event, so that keeping one never rewrites another.</summary>
public sealed class BrowserShelf(Browser browser) : IShelf
{
    public IReadOnlyList<GameEvent> All(Guid evaluation) =>
        [.. browser.StoredKeys(Prefix(evaluation)).Select(browser.Stored).Select(Read).OfType<GameEvent>()];

    public void Keep(Guid evaluation, GameEvent happened) => browser.Store(Key(evaluation, happened), Write(happened));

    public void Forget(Guid evaluation, GameEvent happened) => browser.Unstore(Key(evaluation, happened));

    public void SetAside(Guid evaluation, GameEvent happened)
    {
        browser.Store("eva-ecarte" + Key(evaluation, happened), Write(happened));
        Forget(evaluation, happened);
    }

    private static string Prefix(Guid evaluation) => $"eva-evenement/{evaluation:N}/";

    private static string Key(Guid evaluation, GameEvent happened) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix(evaluation)}{happened.SessionId:N}/{happened.Position}");

    private static string Write(GameEvent happened) => JsonSerializer.Serialize(happened, PlayerJson.Default.GameEvent);

    private static GameEvent? Read(string? stored)
    {
        try
        {
            return stored is null ? null : JsonSerializer.Deserialize(stored, PlayerJson.Default.GameEvent);
        }
        catch (JsonException)
        {
            // Not written by this version of the game: left where it is, for a person to look at.
            return null;
        }
    }
}
