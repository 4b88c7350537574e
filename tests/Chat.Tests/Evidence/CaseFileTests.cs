using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Chat.Evidence.CaseFiles;
using Beffroi.Chat.Evidence.Custody;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Chat.Tests.Evidence;

public sealed class CaseFileTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    static CaseFileEvidence Evidence(int n, string name, byte[] content, int links)
    {
        var clock = new FakeTimeProvider(Now.AddHours(n));
        var chain = CustodyChain.Arrive(new Guid(n, 0, 0, new byte[8]), Convert.ToHexStringLower(SHA256.HashData(content)), "Claire, ONG", $"https://journal.example/{n}", clock);
        for (var i = 1; i < links; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(i));
            chain.Add(CustodyAct.Read, $"Marc {i}", null, clock);
        }

        return new(chain, name, "image/png", content);
    }

    static CaseFileContent Content() => new()
    {
        CaseId = new("00000000-0000-0000-0000-0000000000ca"),
        Title = "Fausses factures d’eau",
        Tlp = Tlp.Amber,
        At = Now,
        By = "Claire, ONG",
        Evidence = [Evidence(1, "capture.png", Pictures.Bytes("a-rgb.png"), 4), Evidence(2, "affiche de l’été.jpg", Pictures.Bytes("a-large.jpg"), 1), Evidence(3, "vide.txt", [], 2)],
        Documents = [new("case.json", Encoding.UTF8.GetBytes("{\"titre\":\"…\"}")), new("case.md", "# Cas"u8.ToArray())],
    };

    static readonly byte[] File = CaseFile.Write(Content());

    [Fact]
    public void The_file_is_intact_and_always_the_same()
    {
        var report = CaseFileCheck.Check(File);
        Assert.True(report.IsIntact, string.Join('\n', report.Faults.Select(f => f.Why.English)));
        Assert.Equal((3, "Fausses factures d’eau", Tlp.Amber), (report.Manifest!.Evidence.Count, report.Manifest.Title, report.Manifest.Tlp));
        Assert.Equal(File, CaseFile.Write(Content()));
        Assert.True(CaseFileCheck.Check(File, report.Manifest.Head.ToUpperInvariant()).IsIntact);
        Assert.Equal(CaseFileFaultKind.Head, Assert.Single(CaseFileCheck.Check(File, new string('0', 64)).Faults).Kind);
    }

    [Fact]
    public void Any_archiver_opens_it_and_finds_the_evidence_byte_for_byte()
    {
        using var zip = new ZipArchive(new MemoryStream(File), ZipArchiveMode.Read);
        Assert.Equal(["LISEZMOI.txt", "manifest.json", "evidence/001-capture.png", "custody/001.jsonl", "evidence/002-affiche de l’été.jpg", "custody/002.jsonl", "evidence/003-vide.txt", "custody/003.jsonl", "documents/case.json", "documents/case.md", "SHA256SUMS", "seal.txt"], zip.Entries.Select(e => e.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open());
        Assert.StartsWith("TLP:AMBER\nFausses factures d’eau\n", reader.ReadToEnd(), StringComparison.Ordinal);
        using var picture = zip.Entries[2].Open();
        using var copy = new MemoryStream();
        picture.CopyTo(copy);
        Assert.Equal(Pictures.Bytes("a-rgb.png"), copy.ToArray());
    }

    [Fact]
    public void One_bit_turned_anywhere_is_found_and_its_byte_named_in_a_thousand_trials_of_a_thousand()
    {
        var random = new Random(8);
        var trials = Environment.GetEnvironmentVariable("BEFFROI_LONG") is null ? 1000 : 20_000;
        for (var trial = 0; trial < trials; trial++)
        {
            byte[] changed = [.. File];
            // Half of them in the seal, the directory and what is around, which are a tenth of the file.
            var at = trial % 2 == 0 ? random.Next(File.Length) : File.Length - 1 - random.Next(2500);
            changed[at] ^= (byte)(1 << random.Next(8));
            var fault = Assert.Single(CaseFileCheck.Check(changed).Faults);
            Assert.Equal((CaseFileFaultKind.Byte, at, File[at], changed[at]), (fault.Kind, fault.Offset, fault.Expected, fault.Found));
        }
    }

    [Fact]
    public void A_byte_of_a_chain_is_named_by_its_link_and_a_byte_of_evidence_by_its_file()
    {
        var third = IndexOf(File, "Marc 2"u8);
        byte[] changed = [.. File];
        changed[third] ^= 4;
        var fault = Assert.Single(CaseFileCheck.Check(changed).Faults);
        Assert.Equal(("custody/001.jsonl", 3), (fault.Part, fault.Link));

        changed = [.. File];
        changed[IndexOf(File, Pictures.Bytes("a-rgb.png")) + 500] ^= 1;
        fault = Assert.Single(CaseFileCheck.Check(changed).Faults);
        Assert.Equal(("evidence/001-capture.png", null), (fault.Part, fault.Link));
        Assert.Contains("evidence/001-capture.png, byte 500", fault.Why.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_bytes_changed_are_named_by_their_stretch()
    {
        byte[] changed = [.. File];
        var at = IndexOf(File, Pictures.Bytes("a-large.jpg")) + 5000;
        changed.AsSpan(at, 10).Fill(7);
        var faults = CaseFileCheck.Check(changed).Faults;
        Assert.All(faults, f => Assert.InRange(at, f.Offset!.Value, f.Offset.Value + 4095 + 10));
        Assert.Equal(CaseFileFaultKind.Block, faults[0].Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(22)]
    [InlineData(300)]
    [InlineData(2000)]
    [InlineData(20_000)]
    public void A_file_that_was_cut_or_lengthened_says_so(int bytes)
    {
        Assert.Contains(CaseFileCheck.Check(File[..^bytes]).Faults, f => f.Kind is CaseFileFaultKind.Length or CaseFileFaultKind.Unreadable);
        Assert.Contains(CaseFileCheck.Check([.. File, .. new byte[bytes]]).Faults, f => f.Kind == CaseFileFaultKind.Length);
        Assert.Contains(CaseFileCheck.Check([.. File[..3000], .. new byte[bytes], .. File[3000..]]).Faults, f => f.Kind == CaseFileFaultKind.Length);
        Assert.Contains(CaseFileCheck.Check([.. File[..100], .. File[(100 + bytes)..]]).Faults, f => f.Kind == CaseFileFaultKind.Length);
    }

    [Fact]
    public void What_is_no_case_file_is_said_so()
    {
        foreach (var other in new byte[][] { [], [1, 2, 3], Encoding.UTF8.GetBytes("bonjour"), Pictures.Bytes("a-rgb.png"), File[..1000], [.. Enumerable.Repeat("seal.txt"u8.ToArray(), 10).SelectMany(b => b)] })
        {
            Assert.False(CaseFileCheck.Check(other).IsIntact);
        }
    }

    public static TheoryData<string> Forgeries => ["actor", "removed", "last", "added", "evidence", "extra", "missing", "head", "space", "title"];

    /// <summary>Someone changes the contents and makes the archive, its hashes and its seal again.</summary>
    [Theory]
    [MemberData(nameof(Forgeries))]
    public void A_forgery_that_was_sealed_again_breaks_a_link_or_the_list(string what)
    {
        var parts = Parts();
        var custody = parts.FindIndex(p => p.Name == "custody/001.jsonl");
        var lines = Encoding.UTF8.GetString(parts[custody].Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        switch (what)
        {
            case "actor": lines[1] = lines[1].Replace("Marc 1", "Paul 1", StringComparison.Ordinal); break;
            case "removed": lines.RemoveAt(2); break;
            case "last": lines.RemoveAt(3); break;
            case "added": lines.Add(lines[3].Replace("\"number\":4", "\"number\":5", StringComparison.Ordinal)); break;
            case "space": lines[2] = lines[2].Replace("\"number\":3", "\"number\": 3", StringComparison.Ordinal); break;
            case "evidence": parts[2] = (parts[2].Name, Pictures.Bytes("b-rgb.png")); break;
            case "extra": parts.Insert(3, ("evidence/004-ajout.txt", [65])); break;
            case "missing": parts.RemoveAll(p => p.Name == "evidence/002-affiche de l’été.jpg"); break;
            case "head": Manifest(parts, m => m["head"] = new string('a', 64)); break;
            case "title": break;
        }

        parts[parts.FindIndex(p => p.Name == "custody/001.jsonl")] = ("custody/001.jsonl", Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))));
        if (what != "title")
        {
            parts[^1] = (parts[^1].Name, Encoding.UTF8.GetBytes(CaseFile.Sums(parts.Take(parts.Count - 1))));
        }
        else
        {
            Manifest(parts, m => m["title"] = "Autre titre");
        }

        var report = CaseFileCheck.Check(CaseFile.Sealed(parts));
        var fault = Assert.Single(report.Faults);
        var expected = what switch
        {
            "actor" => (CaseFileFaultKind.Custody, "custody/001.jsonl", (int?)2),
            "removed" or "space" => (CaseFileFaultKind.Custody, "custody/001.jsonl", 3),
            "last" => (CaseFileFaultKind.Custody, "custody/001.jsonl", 4),
            "added" => (CaseFileFaultKind.Custody, "custody/001.jsonl", 5),
            "evidence" => (CaseFileFaultKind.Content, "evidence/001-capture.png", null),
            "extra" => (CaseFileFaultKind.Structure, "evidence/004-ajout.txt", null),
            "missing" => (CaseFileFaultKind.Content, "evidence/002-affiche de l’été.jpg", null),
            "head" => (CaseFileFaultKind.Content, "manifest.json", null),
            _ => (CaseFileFaultKind.Content, "SHA256SUMS", null),
        };
        Assert.Equal(expected, (fault.Kind, fault.Part, fault.Link));
    }

    [Fact]
    public void A_chain_written_again_from_the_beginning_is_caught_by_the_head_that_was_noted()
    {
        var content = Content();
        var rewritten = CaseFile.Write(content with { Evidence = [Evidence(1, "capture.png", Pictures.Bytes("a-rgb.png"), 3), .. content.Evidence.Skip(1)] });
        Assert.True(CaseFileCheck.Check(rewritten).IsIntact);
        Assert.Equal(CaseFileFaultKind.Head, Assert.Single(CaseFileCheck.Check(rewritten, CaseFileCheck.Check(File).Manifest!.Head).Faults).Kind);
    }

    [Fact]
    public void Random_damage_never_passes_and_never_throws()
    {
        var random = new Random(9);
        for (var trial = 0; trial < 300; trial++)
        {
            byte[] changed = [.. File];
            for (var i = 0; i < random.Next(1, 40); i++)
            {
                changed[random.Next(changed.Length)] ^= (byte)random.Next(1, 256);
            }

            Assert.True(changed.AsSpan().SequenceEqual(File) || !CaseFileCheck.Check(changed).IsIntact);
        }
    }

    [Fact]
    public void A_case_file_inside_a_case_file_is_evidence_like_another()
    {
        var outer = CaseFile.Write(Content() with { Evidence = [Evidence(1, "dossier.zip", File, 2)] });
        Assert.True(CaseFileCheck.Check(outer).IsIntact);
        outer[50_000 % outer.Length] ^= 1;
        Assert.Single(CaseFileCheck.Check(outer).Faults);
    }

    [Fact]
    public void What_did_not_arrive_so_or_has_a_bad_name_is_not_written()
    {
        var one = Content().Evidence[0];
        Assert.Throws<ArgumentException>(() => CaseFile.Write(Content() with { Evidence = [one with { Content = [1] }] }));
        Assert.Throws<ArgumentException>(() => CaseFile.Write(Content() with { Evidence = [one with { Name = "../a" }] }));
        Assert.Throws<ArgumentException>(() => CaseFile.Write(Content() with { Documents = [new("../a", [1])] }));
        Assert.Throws<ArgumentException>(() => CaseFile.Write(Content() with { Documents = [new("a", [1]), new("A", [1])] }));
    }

    static List<(string Name, byte[] Bytes)> Parts()
    {
        using var zip = new ZipArchive(new MemoryStream(File), ZipArchiveMode.Read);
        return [.. zip.Entries.Where(e => e.Name != "seal.txt").Select(e =>
        {
            using var stream = e.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return (e.FullName, copy.ToArray());
        })];
    }

    static void Manifest(List<(string Name, byte[] Bytes)> parts, Action<JsonObject> change)
    {
        var at = parts.FindIndex(p => p.Name == "manifest.json");
        var manifest = JsonNode.Parse(parts[at].Bytes)!.AsObject();
        change(manifest);
        parts[at] = ("manifest.json", Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }

    static int IndexOf(byte[] file, ReadOnlySpan<byte> what) => file.AsSpan().IndexOf(what);
}
