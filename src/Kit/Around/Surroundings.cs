using Microsoft.Extensions.Logging;

namespace Beffroi.Kit;

/// <summary>What the frame of a page has to ask for: read before the page is rendered, since nobody waits for the components of one that answers 404.</summary>
public sealed partial class Surroundings(IEnumerable<MenuEntry> menu, IAccessibilityMention accessibility, Visitor visitor, IServiceProvider services, ILogger<Surroundings> logger)
{
    /// <summary>What the footer says of accessibility.</summary>
    public AccessibilityStatus Accessibility { get; private set; }

    /// <summary>The entries of the menu that the visitor sees.</summary>
    public IReadOnlyList<MenuEntry> Menu { get; private set; } = [];

    /// <summary>Once for each request that shows a page.</summary>
    public async Task Read(CancellationToken ct)
    {
        Accessibility = await accessibility.Read(ct);
        var seen = new List<MenuEntry>();
        foreach (var entry in menu)
        {
            if (await Shows(entry, ct))
            {
                seen.Add(entry);
            }
        }

        Menu = seen;
    }

    async ValueTask<bool> Shows(MenuEntry entry, CancellationToken ct)
    {
        try
        {
            return await entry.IsShownTo(services, visitor.User, ct);
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // The page that says what is broken has this frame too.
            Failed(entry.Href, wrong);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether the menu shows {Href} could not be read: it does not.")]
    private partial void Failed(string href, Exception wrong);
}
