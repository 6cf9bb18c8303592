open Games

let loud =
    { new Arena() with
        member this.Shout(text, times) =
            times <- times + 10
            text.ToUpperInvariant() }

[<EntryPoint>]
let main _ =
    let arena = Arena() :> IArena
    printfn "%s" (arena.Join("Ada", 3))
    printfn "%d" (arena.LeaveAsync(4) |> Async.AwaitTask |> Async.RunSynchronously)
    printfn "%d" (Arena.Rounds(3) |> Seq.sum)
    let mutable times = 0
    printfn "%s" (loud.Shout("hey", &times))
    printfn "%s" (Arena().Shout("ho", &times))
    printfn "%d" times
    printfn "%s" (Report.Calls())
    0
