namespace Beffroi.Browser.Tests;

/// <summary>A browser window of somebody's own. It notes what no page may do: ask another host, break the policy, fail in a script.</summary>
public sealed class Window : IAsyncDisposable
{
    // The machine that tests may be busy: a wait ends when the thing is there, and gives up only long after.
    public const float Patience = 60_000;

    readonly IBrowserContext _context;

    Window(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    public List<string> Asked { get; } = [];

    /// <summary>Errors of scripts and violations of the policy, as the console tells them.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Window> Open(IBrowserContext context)
    {
        context.SetDefaultTimeout(Patience);
        var window = new Window(context, await context.NewPageAsync());
        window.Page.Request += (_, request) => window.Asked.Add(request.Url);
        window.Page.PageError += (_, error) => window.Complaints.Add(error);
        window.Page.Console += (_, message) => window.Note(message);
        return window;
    }

    public async Task SignIn(string person)
    {
        await Page.GotoAsync("/connexion");
        await Page.GetByLabel("Adresse électronique").FillAsync(Crew.EmailOf(person));
        await Page.GetByLabel("Mot de passe", new() { Exact = true }).FillAsync(Cli.World.People.Password);
        await Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se connecter", Exact = true }).ClickAsync();
        await Page.Leave("^[^/]*//[^/]*/connexion");
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
    }

    // An answer 4xx to a question that a test asks on purpose is told as an error by the browser; it is none of the page's.
    void Note(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            Complaints.Add(message.Text);
        }
    }
}
