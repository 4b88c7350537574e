using Microsoft.JSInterop;

namespace Beffroi.Eva.Player;

/// <summary>What the page's script tells the games.</summary>
public sealed class Page
{
    /// <summary>An arrow key, outside any field and panel: true for the left one.</summary>
    public Action<bool>? ArrowPressed { get; set; }

    public Action<bool>? Looked { get; set; }

    public Action? CameOnline { get; set; }

    /// <summary>The voice has finished, or was stopped.</summary>
    public Action? FellSilent { get; set; }

    [JSInvokable]
    public void Arrow(bool left) => ArrowPressed?.Invoke(left);

    [JSInvokable]
    public void Look(bool visible) => Looked?.Invoke(visible);

    [JSInvokable]
    public void Online() => CameOnline?.Invoke();

    [JSInvokable]
    public void Silence() => FellSilent?.Invoke();
}
