using System.Security.Cryptography;
using System.Text.Json;
using Beffroi.Chat;
using Beffroi.Chat.Evidence.CaseFiles;
using Beffroi.Chat.Evidence.Custody;

namespace Beffroi.Cli.Tests;

public sealed class CaseVerifyTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    byte[] Made(string title = "Fausses factures")
    {
        byte[] content = [.. "une capture"u8];
        var chain = CustodyChain.Arrive(new("00000000-0000-0000-0000-0000000000e1"), Convert.ToHexStringLower(SHA256.HashData(content)), "Claire", null, _typed.Clock);
        chain.Add(CustodyAct.Exported, "Marc", null, _typed.Clock);
        return CaseFile.Write(new()
        {
            CaseId = new("00000000-0000-0000-0000-0000000000ca"),
            Title = title,
            Tlp = Tlp.AmberStrict,
            At = _typed.Clock.GetUtcNow(),
            By = "Claire",
            Evidence = [new(chain, "capture.txt", "text/plain", content)],
        });
    }

    [Fact]
    public async Task An_intact_file_is_said_so_with_its_head()
    {
        var path = _typed.File("a.zip", Made());
        var answer = await _typed.Run(["case", "verify", path]);
        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        Assert.StartsWith("Fausses factures (TLP:AMBER+STRICT), fait le 23 novembre 2026 à 11 h 00 par Claire\n1 preuve, 2 maillons, 0 document\nTête des chaînes".Replace("11 h 00", "11\u00A0h\u00A000", StringComparison.Ordinal), answer.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nIntact.\n", answer.Output, StringComparison.Ordinal);
        var head = answer.Output.Split('\n')[2][^64..];
        Assert.Equal(0, (await _typed.Run(["case", "verify", path, "--head", head])).ExitCode);
        Assert.Equal(1, (await _typed.Run(["case", "verify", path, "--head", new string('0', 64)])).ExitCode);
    }

    [Fact]
    public async Task A_byte_that_was_changed_is_named_and_the_command_fails()
    {
        var bytes = Made();
        var at = bytes.AsSpan().IndexOf("une capture"u8);
        bytes[at] ^= 2;
        var path = _typed.File("a.zip", bytes);
        var answer = await _typed.Run(["case", "verify", path]);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains($"- L’octet {at} a changé", answer.Output, StringComparison.Ordinal);
        Assert.Contains("evidence/001-capture.txt, octet 0", answer.Output, StringComparison.Ordinal);
        Assert.Equal("beffroi : ce dossier n’est pas intact : 1 défaut trouvé", Assert.Single(answer.ErrorLines).Replace('\u00A0', ' '));

        using var json = JsonDocument.Parse((await _typed.Run(["case", "verify", path, "--json"])).Output);
        var fault = json.RootElement.GetProperty("faults")[0];
        Assert.Equal((false, "byte", at, 'u', 'u' ^ 2), (json.RootElement.GetProperty("intact").GetBoolean(), fault.GetProperty("kind").GetString(), fault.GetProperty("offset").GetInt32(), (char)fault.GetProperty("expected").GetInt32(), fault.GetProperty("found").GetInt32()));
    }

    [Fact]
    public async Task What_is_no_case_file_is_said_so_and_a_title_moves_no_cursor()
    {
        Assert.Contains("dossier de cas", (await _typed.Run(["case", "verify", _typed.File("a.zip", "bonjour")])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', (await _typed.Run(["case", "verify", _typed.File("b.zip", Made("x\u001B[2J"))])).Output);
    }
}
