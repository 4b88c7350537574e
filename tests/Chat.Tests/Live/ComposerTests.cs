using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Beffroi.Chat.Tests.Live;

/// <summary>The module of the page that sends, with a page that does nothing around it.</summary>
public sealed class ComposerTests
{
    [Fact]
    public async Task A_message_that_the_server_cannot_keep_is_given_back_and_those_behind_it_go_out()
    {
        var script = $$"""
            const told = [];
            const element = () => ({ dataset: {}, append() {}, setAttribute() {}, remove() {}, scrollIntoView() {} });
            globalThis.document = { documentElement: { lang: 'en' }, createElement: element, querySelector: () => null };
            globalThis.CSS = { escape: (x) => x };
            globalThis.setTimeout = (act) => queueMicrotask(act);
            const kept = new Map([['chat.sending.r.', JSON.stringify([{ id: 'poison', text: 'The poison' }, { id: 'good', text: 'The good' }])]]);
            globalThis.sessionStorage = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k) };
            const text = { value: '', focus() {}, addEventListener() {}, setAttribute() {}, after: (why) => told.push(why.textContent), parentElement: { querySelector: () => null } };
            const form = { dataset: { room: 'r' }, elements: { Text: text, Id: {} }, addEventListener() {}, querySelectorAll: () => [], querySelector: () => null };
            const list = { element: { append() {}, querySelector: () => null }, clearUnread() {}, put: () => null };
            const sent = [];
            const line = {
              isOpen: true,
              call(method, thread, message) {
                sent.push(message.id);
                if (sent.length > 20) { console.log('without end'); process.exit(0); }
                return message.id === 'poison' ? Promise.reject(new Error('An unexpected error occurred invoking Post on the server.')) : Promise.resolve({ id: message.id, place: 1, faults: [] });
              },
            };
            const { Composer } = await import({{System.Text.Json.JsonSerializer.Serialize(new Uri(Module()).AbsoluteUri)}});
            const composer = new Composer(form, line, list);
            await composer.flush();
            await composer.flush();
            console.log(JSON.stringify({ sent, told: told.length, text: text.value, left: kept.size }));
            """;
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", script]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("""{"sent":["poison","poison","poison","good"],"told":1,"text":"The poison","left":0}""", output.Trim());
    }

    static string Module([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Chat/front/src/composer.js"));
}
