Imports Games

Module Program
    Sub Main()
        Dim arena As IArena = New Arena()
        Console.WriteLine(arena.Join("Ada"))
        Console.WriteLine(arena.LeaveAsync(3).Result)
        Console.WriteLine(String.Join(",", Games.Arena.Rounds(2)))
        Dim times = 0
        Console.WriteLine(New LoudArena().Shout("hey", times) & times)
        Dim join As Func(Of String, Integer, String) = AddressOf New Arena().Join
        Console.WriteLine(join("Bob", 2))
        Console.WriteLine(Report.Calls())
    End Sub
End Module

Class LoudArena
    Inherits Arena

    Public Overrides Function Shout(text As String, ByRef times As Integer) As String
        Return MyBase.Shout(text.ToUpperInvariant(), times)
    End Function
End Class
