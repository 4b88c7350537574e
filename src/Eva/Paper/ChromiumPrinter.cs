using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Beffroi.Eva.Paper;

/// <summary>Prints a document to a tagged PDF by the operator's own Chromium, by its command line: one at a time, in a folder and with a profile that last as long as the print.</summary>
public sealed partial class ChromiumPrinter(PdfSettings settings, ILogger<ChromiumPrinter> log)
{
    // A browser weighs some hundred megabytes: ten at once would stop the service.
    static readonly SemaphoreSlim OneAtATime = new(1);

    public bool IsThere => settings.Chromium is { Length: > 0 } path && File.Exists(path);

    /// <param name="html">A whole document that needs no other file, no script and no network.</param>
    /// <returns>Null when there is no Chromium, or when it failed.</returns>
    public async Task<byte[]?> Print(string html, CancellationToken ct)
    {
        if (!IsThere)
        {
            return null;
        }

        await OneAtATime.WaitAsync(ct);
        // Readable by this account only.
        var folder = Directory.CreateTempSubdirectory("beffroi-pdf-");
        try
        {
            var (page, printed) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html, ct);
            var said = await Run(folder.FullName, page, printed, ct);
            if (File.Exists(printed))
            {
                return await File.ReadAllBytesAsync(printed, ct);
            }

            NotPrinted(log, said);
            return null;
        }
        finally
        {
            Erase(folder);
            OneAtATime.Release();
        }
    }

    /// <returns>How it ended.</returns>
    async Task<string> Run(string folder, string page, string printed, CancellationToken ct)
    {
        var start = new ProcessStartInfo(settings.Chromium!, Arguments(folder, page, printed)) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        // Nothing of this service's own environment, where secrets may stand.
        start.Environment.Clear();
        (start.Environment["HOME"], start.Environment["TMPDIR"], start.Environment["PATH"], start.Environment["LANG"]) = (folder, folder, "/usr/local/bin:/usr/bin:/bin", "fr_FR.UTF-8");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(settings.Limit);
        try
        {
            using var chromium = Process.Start(start) ?? throw new InvalidOperationException("A process that is not started by the shell is always one.");
            try
            {
                // Read, or a full pipe would stop it; what it says names files only.
                await Task.WhenAll(chromium.StandardError.ReadToEndAsync(limit.Token), chromium.StandardOutput.ReadToEndAsync(limit.Token), chromium.WaitForExitAsync(limit.Token));
                return $"exit {chromium.ExitCode}";
            }
            catch (OperationCanceledException)
            {
                chromium.Kill(entireProcessTree: true);
                ct.ThrowIfCancellationRequested();
                return "too long";
            }
        }
        catch (Win32Exception refused)
        {
            return refused.Message;
        }
    }

    List<string> Arguments(string folder, string page, string printed) =>
    [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-quic", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--no-first-run",
        "--disable-crash-reporter", "--disable-breakpad", "--host-resolver-rules=MAP * ~NOTFOUND",
        .. settings.WithoutSandbox ? ["--no-sandbox"] : Array.Empty<string>(),
        $"--user-data-dir={Path.Combine(folder, "profil")}",
        "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", $"--print-to-pdf={printed}",
        new Uri(page).AbsoluteUri,
    ];

    static void Erase(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child that is still dying holds a file of its profile: the page itself goes all the same.
            File.Delete(Path.Combine(folder.FullName, "page.html"));
            File.Delete(Path.Combine(folder.FullName, "page.pdf"));
        }
    }

    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "Chromium printed nothing: {Said}")]
    static partial void NotPrinted(ILogger logger, string said);
}
